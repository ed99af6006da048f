package dev.parley.adapters.storage.jdbc.queue;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import dev.parley.ports.store.Transactions;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private final TaskInstance<Void> row =
            new TaskInstance<>(JdbcTaskQueue.ROWS, UUID.randomUUID().toString());
    private final List<String> changes = new ArrayList<>();
    private final Leases leases = new Leases(_ -> new Nothing(), new NoTransactions(), InstantSource.fixed(NOON));

    @Test
    void whatThisProcessIsAtIsNotTakenFromItForALateHeartbeat() {
        leases.work(row);

        revive(leases.process());

        assertThat(changes).isEmpty();
    }

    @Test
    void whatThisProcessIsNoLongerAtIsFreed() {
        var end = leases.work(row);
        end.complete(ExecutionComplete.success(taken(leases.process()), NOON, NOON), operations(leases.process()));
        changes.clear();

        revive(leases.process());

        assertThat(changes).containsExactly("reschedule");
    }

    @Test
    void whatAnotherProcessHadIsFreedThoughThisOneIsAtTheSame() {
        leases.work(row);

        revive("another");

        assertThat(changes).containsExactly("reschedule");
    }

    @Test
    void nothingIsChangedAfterEverythingWasLeftToItsLease() {
        var end = leases.work(row);

        leases.abandon();
        end.complete(ExecutionComplete.success(taken(leases.process()), NOON, NOON), operations(leases.process()));

        assertThat(changes).isEmpty();
    }

    private record Nothing() implements Ending {
        @Override
        public Next store() {
            return new Next.Done();
        }

        @Override
        public void afterwards() {}
    }

    private record NoTransactions() implements Transactions {
        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }
    }

    private void revive(String pickedBy) {
        leases.revive(
                ExecutionComplete.failure(taken(pickedBy), NOON, NOON, new IllegalStateException("dead")),
                operations(pickedBy));
    }

    private Execution taken(String pickedBy) {
        return new Execution(NOON, row, true, pickedBy, null, null, 0, NOON, 2);
    }

    /** Of a row whose every change is noted. */
    private ExecutionOperations<Void> operations(String pickedBy) {
        var rows = (TaskRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TaskRepository.class}, (_, method, _) -> {
                    changes.add(method.getName());
                    return method.getReturnType() == boolean.class ? true : null;
                });
        return new ExecutionOperations<>(rows, SchedulerListeners.NOOP, taken(pickedBy));
    }
}
