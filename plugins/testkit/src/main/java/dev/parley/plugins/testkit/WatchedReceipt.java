package dev.parley.plugins.testkit;

import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A receipt that remembers every id it was given. */
final class WatchedReceipt implements Receipt {

    private final Optional<String> earlier;
    private final Runnable onKeep;
    private final List<String> kept = new CopyOnWriteArrayList<>();

    private WatchedReceipt(Optional<String> earlier, Runnable onKeep) {
        this.earlier = earlier;
        this.onKeep = onKeep;
    }

    /** Of an attempt that begins. */
    static WatchedReceipt empty() {
        return empty(() -> {});
    }

    /** @param onKeep runs before an id is kept */
    static WatchedReceipt empty(Runnable onKeep) {
        return new WatchedReceipt(Optional.empty(), onKeep);
    }

    /** Of an attempt that is resumed. */
    static WatchedReceipt holding(String upstreamId) {
        return new WatchedReceipt(Optional.of(upstreamId), () -> {});
    }

    @Override
    public Optional<String> upstreamId() {
        return earlier;
    }

    @Override
    public void keep(String upstreamId) {
        onKeep.run();
        kept.add(upstreamId);
    }

    @Override
    public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
        // For the operator's eyes: no clause depends on it.
    }

    List<String> kept() {
        return List.copyOf(kept);
    }
}
