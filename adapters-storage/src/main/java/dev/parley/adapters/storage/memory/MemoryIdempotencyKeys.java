package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.IdempotencyKey;
import dev.parley.ports.store.IdempotencyKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First uses by account, route and key. */
final class MemoryIdempotencyKeys implements IdempotencyKeys {
    private final Map<Slot, Used> uses = new HashMap<>();
    private final MemoryTransactions transactions;

    /** What makes two keys the same. */
    private record Slot(String account, String route, String key) {
        static Slot of(IdempotencyKey key) {
            return new Slot(key.account(), key.route(), key.key());
        }
    }

    MemoryIdempotencyKeys(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(IdempotencyKey key, Used use, Instant now) {
        return transactions.run(() -> {
            boolean free = find(key, now).isEmpty();
            if (free) {
                transactions.put(uses, Slot.of(key), use);
            }
            return free;
        });
    }

    @Override
    public Optional<Used> find(IdempotencyKey key, Instant now) {
        return transactions.run(() -> Optional.ofNullable(uses.get(Slot.of(key)))
                .filter(use -> use.until().isAfter(now)));
    }

    @Override
    public int forgetBefore(Instant now) {
        return transactions.run(() -> {
            var outdated = List.copyOf(uses.entrySet()).stream()
                    .filter(use -> !use.getValue().until().isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
            outdated.forEach(slot -> transactions.remove(uses, slot));
            return outdated.size();
        });
    }
}
