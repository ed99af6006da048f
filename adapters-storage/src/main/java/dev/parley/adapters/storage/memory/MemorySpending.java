package dev.parley.adapters.storage.memory;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Spending;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sum for each key and span. */
final class MemorySpending implements Spending {
    private final Map<Counter, Credits> sums = new HashMap<>();
    private final MemoryTransactions transactions;

    private record Counter(String key, SpendSpan span, Instant start) {}

    MemorySpending(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<SpendSpan, Credits> add(String key, Credits amount, Instant at) {
        return transactions.run(() -> {
            for (var span : SpendSpan.values()) {
                var counter = new Counter(key, span, span.startOf(at));
                transactions.put(sums, counter, sum(counter).plus(amount));
            }
            return spent(key, at);
        });
    }

    @Override
    public void giveBack(String key, Credits amount, Instant addedAt) {
        transactions.change(() -> {
            for (var span : SpendSpan.values()) {
                var counter = new Counter(key, span, span.startOf(addedAt));
                if (sums.containsKey(counter)) {
                    transactions.put(sums, counter, sum(counter).minus(amount));
                }
            }
        });
    }

    @Override
    public Map<SpendSpan, Credits> spent(String key, Instant at) {
        return transactions.run(() -> {
            var spent = new EnumMap<SpendSpan, Credits>(SpendSpan.class);
            for (var span : SpendSpan.values()) {
                spent.put(span, sum(new Counter(key, span, span.startOf(at))));
            }
            return spent;
        });
    }

    @Override
    public void forgetBefore(Instant limit) {
        transactions.change(() -> List.copyOf(sums.keySet()).stream()
                .filter(counter ->
                        counter.span() != SpendSpan.TOTAL && counter.start().isBefore(limit))
                .forEach(counter -> transactions.remove(sums, counter)));
    }

    private Credits sum(Counter counter) {
        return sums.getOrDefault(counter, Credits.NONE);
    }
}
