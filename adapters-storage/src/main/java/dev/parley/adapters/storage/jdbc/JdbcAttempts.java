package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Bill;
import dev.parley.domain.task.AttemptRecord.Ending;
import dev.parley.ports.store.Attempts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attempts in their table, whose index lets one of a task's be open. */
@OnDatabase
@Singleton
final class JdbcAttempts implements Attempts {
    private static final Bill NO_BILL = new Bill(null, null, null);

    private final AttemptRows rows;
    private final JdbcTransactions transactions;

    JdbcAttempts(AttemptRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void add(AttemptRecord attempt) {
        transactions.change(() -> {
            if (attempt.ending() != null) {
                throw new IllegalStateException("an attempt is stored before it ends");
            }
            rows.begin(
                    attempt.task().toString(),
                    attempt.number(),
                    attempt.provider(),
                    attempt.dispatchedAt().toEpochMilli(),
                    attempt.upstreamId());
        });
    }

    @Override
    public Optional<AttemptRecord> open(UUID task) {
        return rows.open(task.toString()).map(AttemptRow::toRecord);
    }

    @Override
    public void note(UUID task, String upstreamId) {
        transactions.change(() -> rows.note(task.toString(), upstreamId));
    }

    @Override
    public void end(UUID task, Ending ending) {
        var bill = ending.bill() == null ? NO_BILL : ending.bill();
        var cost = bill.cost();
        transactions.change(() -> rows.end(
                task.toString(),
                ending.outcome(),
                ending.detail(),
                ending.at().toEpochMilli(),
                bill.requestId(),
                bill.credential(),
                cost == null ? null : cost.toPlainString()));
    }

    @Override
    public List<AttemptRecord> list(UUID task) {
        return rows.firstToLast(task.toString()).stream()
                .map(AttemptRow::toRecord)
                .toList();
    }
}
