package dev.parley.application.work;

import dev.parley.ports.provider.Receipt;
import dev.parley.ports.store.Attempts;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps an upstream's id with the attempt. */
record StoredReceipt(UUID task, @Nullable String kept, Attempts attempts) implements Receipt {

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
        attempts.note(task, upstreamId);
    }
}
