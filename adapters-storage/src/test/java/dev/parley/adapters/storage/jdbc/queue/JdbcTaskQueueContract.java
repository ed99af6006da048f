package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.storage.TaskQueueContract;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a queue over a database keeps besides, seen in its rows. */
abstract class JdbcTaskQueueContract extends TaskQueueContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One database for all tests. */
    protected abstract QueueTables tables();

    @BeforeEach
    void empty() {
        tables().execute("DELETE FROM scheduled_tasks");
        tables().execute("DELETE FROM task");
    }

    @Override
    protected Tasks tasks() {
        return tables().tasks();
    }

    @Override
    protected Transactions transactions() {
        return tables().transactions();
    }

    @Override
    protected TaskQueue open(int placesPerAccount, int workers, InstantSource time) {
        return tables().open(placesPerAccount, workers, time);
    }

    @Test
    void aWorkerThatLostItsLeaseStoresNothing() {
        var queue = queue(1, 1);
        var crew = crew(queue);
        var task = submitted(queue, ACCOUNT);
        queue.start(crew);
        crew.next();
        tables().execute("UPDATE scheduled_tasks SET version = version + 1, picked_by = 'another'");

        crew.letEnd(1);
        queue.stop(PATIENCE);

        assertThat(task(task).state()).isInstanceOf(Pending.class);
        assertThat(ended).isEmpty();
        assertThat(row("picked_by")).isEqualTo("another");
    }

    @Test
    void aLivingProcessKeepsItsLeaseHoweverOftenTheClockLeaps() {
        var queue = queue(1, 2);
        var crew = crew(queue);
        submitted(queue, ACCOUNT);
        queue.start(crew);
        crew.next();
        var version = row("version");

        for (int i = 0; i < 10; i++) {
            var heartbeat = row("last_heartbeat");
            clock.pass(Duration.ofHours(8));
            until(() -> !row("last_heartbeat").equals(heartbeat));
        }

        assertThat(row("version")).isEqualTo(version);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void aTaskThatEndedLeavesNoRow() {
        var queue = queue(1, 1);
        submitted(queue, ACCOUNT);
        queue.start(crew(queue).letEnd(1));
        nextEnded();

        assertThat(tables().ask("SELECT COUNT(*) FROM scheduled_tasks")).isEqualTo("0");
    }

    @Test
    void aPlaceIsKeptByWhoeverHasItAndFreedByTheEnd() {
        var queue = queue(1, 1);
        var first = submitted(queue, ACCOUNT);
        var second = submitted(queue, ACCOUNT);
        assertThat(isQueued(first)).isTrue();
        assertThat(isQueued(second)).isFalse();

        queue.start(crew(queue).letEnd(1));
        nextEnded();

        assertThat(isQueued(second)).isTrue();
    }

    /** Of the only row. */
    protected final String row(String column) {
        return tables().ask("SELECT " + column + " FROM scheduled_tasks");
    }

    /** Takes the only row in the name of a process that is gone. */
    protected final void takeAsSomebodyElse() {
        var taken = tables().execute(
                        "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', version = version + 1,"
                                + " last_heartbeat = execution_time");
        assertThat(taken).isEqualTo(1);
    }

    protected final void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("this takes too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private boolean isQueued(UUID task) {
        return tables().ask("SELECT 1 FROM task WHERE queued AND id = '" + task + "'")
                .equals("1");
    }
}
