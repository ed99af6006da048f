package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.task.Task;
import dev.parley.ports.store.Tasks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks in one table. A save is fenced by the revision that the statement finds. */
@OnDatabase
@Singleton
final class JdbcTasks implements Tasks {
    private final TaskRows rows;
    private final JdbcTransactions transactions;

    JdbcTasks(TaskRows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void add(Task task) {
        transactions.change(() -> rows.save(TaskRow.of(task)));
    }

    @Override
    public Optional<Task> find(UUID id, String account) {
        return rows.findByIdAndAccount(id.toString(), account).map(TaskRow::toTask);
    }

    @Override
    public Optional<Task> find(UUID id) {
        return rows.findById(id.toString()).map(TaskRow::toTask);
    }

    @Override
    public List<Task> list(@Nullable String account, @Nullable UUID before, int max) {
        if (account == null) {
            return tasks(before == null ? rows.newestOfAll(max) : rows.newestOfAllBefore(before.toString(), max));
        }
        return tasks(before == null ? rows.newest(account, max) : rows.newestBefore(account, before.toString(), max));
    }

    @Override
    public boolean save(Task task) {
        return rows.saveState(TaskRow.of(task));
    }

    @Override
    public List<Task> overdue(Instant now, int max) {
        return tasks(rows.overdue(now.toEpochMilli(), max));
    }

    @Override
    public void renew(Collection<String> leaseTokens, Instant until) {
        if (!leaseTokens.isEmpty()) {
            transactions.change(() -> rows.renew(leaseTokens, until.toEpochMilli()));
        }
    }

    @Override
    public long pending() {
        return rows.countPending();
    }

    @Override
    public long pending(String account) {
        return rows.countPending(account);
    }

    private static List<Task> tasks(List<TaskRow> rows) {
        return rows.stream().map(TaskRow::toTask).toList();
    }
}
