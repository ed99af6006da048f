package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.event.Event;
import dev.parley.ports.store.Outbox;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Events in their table, in the order in which they were added. */
@OnDatabase
@Singleton
final class JdbcOutbox implements Outbox {
    private final EventRows rows;
    private final JdbcTransactions transactions;

    JdbcOutbox(EventRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void add(Event event) {
        transactions.change(() -> rows.save(EventRow.of(event)));
    }

    @Override
    public List<Event> list(String account, int max) {
        return rows.oldest(account, max).stream().map(EventRow::toEvent).toList();
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.run(() -> rows.forget(limit.toEpochMilli()));
    }
}
