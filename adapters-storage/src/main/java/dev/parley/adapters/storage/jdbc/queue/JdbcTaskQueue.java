package dev.parley.adapters.storage.jdbc.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.parley.adapters.storage.jdbc.queue.QueuedTasks.Waiting;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue whose rows are db-scheduler's: one for each task that has a place. */
final class JdbcTaskQueue implements TaskQueue {

    /** By which the rows are known as tasks. */
    static final String ROWS = "render";

    private final JoinedConnections connections;
    private final Transactions transactions;
    private final QueueLimits limits;
    private final InstantSource clock;
    private final QueueDialect dialect;
    private final QueuedTasks tasks;
    private final SchedulerClient rows;
    private final AtomicReference<@Nullable Executions> executions = new AtomicReference<>();

    JdbcTaskQueue(JoinedConnections connections, Transactions transactions, QueueLimits limits, InstantSource clock)
            throws SQLException {
        this.connections = connections;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
        try (var connection = connections.getConnection()) {
            dialect = QueueDialect.of(connection);
        }
        tasks = new QueuedTasks(connections, dialect);
        rows = SchedulerClient.Builder.create(connections)
                .serializer(new NoData())
                .jdbcCustomization(dialect.customization())
                .build();
    }

    @Override
    public void advance(String account, Instant now) {
        transactions.run(() -> {
            int free = limits.placesPerAccount() - tasks.places(account);
            if (free > 0) {
                tasks.longestUnqueued(account, free).stream()
                        .filter(task -> tasks.queue(task.id()))
                        .forEach(task -> addRow(task, now));
            }
            return free;
        });
    }

    @Override
    public void start(Worker worker) {
        var begun = new Executions(new Leases(worker, transactions, clock), clock, connections, dialect, limits);
        if (!executions.compareAndSet(null, begun)) {
            throw new IllegalStateException("the queue was started already");
        }
        if (dialect == QueueDialect.SQLITE) {
            tasks.releaseAll();
        }
        begun.start();
    }

    @Override
    public void wake() {
        ifStarted(Executions::wake);
    }

    /** Rows are added one by one, outside of a transaction: another process may be adding the same. */
    @Override
    public void repair(Instant now) {
        tasks.lost().forEach(task -> addRow(task, now));
        tasks.accountsUnqueued().forEach(account -> advance(account, now));
    }

    @Override
    public void stop(Duration atMost) {
        ifStarted(begun -> begun.stop(atMost));
    }

    @Override
    public void close() {
        ifStarted(Executions::close);
    }

    private void ifStarted(Consumer<Executions> step) {
        Optional.ofNullable(executions.get()).ifPresent(step);
    }

    /** Never due before now: a task that waited for a place takes its turn after those that had one. */
    private void addRow(Waiting task, Instant now) {
        var due = task.notBefore().isAfter(now) ? task.notBefore() : now;
        rows.scheduleIfNotExists(new TaskInstance<>(ROWS, task.id().toString()), due);
    }
}
