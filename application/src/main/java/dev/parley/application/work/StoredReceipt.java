package dev.parley.application.work;

import dev.parley.application.task.Bills;
import dev.parley.domain.task.AttemptRecord.Bill;
import dev.parley.ports.provider.Receipt;
import dev.parley.ports.store.Attempts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps an upstream's id with the attempt, and what it says of it. */
record StoredReceipt(UUID task, @Nullable String kept, Attempts attempts, Bills bills, Runnable untilStored)
        implements Receipt {

    @Override
    public Optional<String> upstreamId() {
        return Optional.ofNullable(kept);
    }

    @Override
    public void keep(String upstreamId) {
        if (upstreamId.isEmpty() || upstreamId.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "an upstream id has 1 to " + LENGTH_MAX + " characters, not " + upstreamId.length());
        }
        untilStored.run();
        attempts.note(task, upstreamId);
    }

    @Override
    public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
        bills.put(task, new Bill(shortened(requestId), shortened(credential), cost));
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null || name.length() <= LENGTH_MAX ? name : name.substring(0, LENGTH_MAX);
    }
}
