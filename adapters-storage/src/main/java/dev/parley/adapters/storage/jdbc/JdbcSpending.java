package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.ports.store.Spending;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counters in their table. Counting locks the key's counters, so that what is read after it stays so until the commit. */
@OnDatabase
@Singleton
final class JdbcSpending implements Spending {
    private final SpendRows rows;
    private final JdbcTransactions transactions;

    JdbcSpending(SpendRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Map<SpendSpan, Credits> add(String key, Credits amount, Instant at) {
        return transactions.run(() -> {
            rows.add(key, start(SpendSpan.DAY, at), start(SpendSpan.HOUR, at), amount.micros());
            return spent(key, at);
        });
    }

    @Override
    public void giveBack(String key, Credits amount, Instant addedAt) {
        transactions.change(() -> {
            rows.takeFromTotal(key, amount.micros());
            rows.takeFromDayAndHour(
                    key, start(SpendSpan.DAY, addedAt), start(SpendSpan.HOUR, addedAt), amount.micros());
        });
    }

    @Override
    public Map<SpendSpan, Credits> spent(String key, Instant at) {
        var spent = new EnumMap<SpendSpan, Credits>(SpendSpan.class);
        for (var span : SpendSpan.values()) {
            spent.put(span, Credits.NONE);
        }
        rows.current(key, start(SpendSpan.DAY, at), start(SpendSpan.HOUR, at))
                .forEach(row -> spent.put(row.span(), new Credits(row.micros())));
        return spent;
    }

    @Override
    public void forgetBefore(Instant limit) {
        transactions.change(() -> rows.forget(limit.toEpochMilli()));
    }

    private static long start(SpendSpan span, Instant at) {
        return span.startOf(at).toEpochMilli();
    }
}
