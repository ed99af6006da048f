package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.aTask;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Tasks} keeps. */
public abstract class TasksContract {
    private Tasks tasks;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        tasks = stores().tasks();
    }

    @Test
    void anAddedTaskIsFound() {
        var task = added(aPendingTask());

        assertThat(tasks.find(task.id())).contains(task);
        assertThat(tasks.find(task.id(), ACCOUNT)).contains(task);
    }

    @Test
    void someoneElsesTaskIsNotFound() {
        var task = added(aPendingTask("acc_2", NOON));

        assertThat(tasks.find(task.id(), ACCOUNT)).isEmpty();
        assertThat(tasks.list(ACCOUNT, null, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1", "acc_%", "acc__", "ACC_1", ""})
    void anAccountThatReadsLikeSqlFindsNothing(String account) {
        var task = added(aPendingTask());

        assertThat(tasks.find(task.id(), account)).isEmpty();
        assertThat(tasks.list(account, null, 10)).isEmpty();
    }

    @Test
    void anUnknownTaskIsNotFound() {
        assertThat(tasks.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aTaskIsAddedOnce() {
        var task = added(aPendingTask());

        assertThatThrownBy(() -> tasks.add(task)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theNextRevisionIsSaved() {
        var later = added(aPendingTask()).in(processing(NOON));

        assertThat(tasks.save(later)).isTrue();

        assertThat(tasks.find(later.id())).contains(later);
    }

    @Test
    void aStaleRevisionIsNotSavedAndChangesNothing() {
        var task = added(aPendingTask());
        var first = task.in(processing(NOON));
        tasks.save(first);

        assertThat(tasks.save(task.in(new Cancelled(Credits.NONE, NOON)))).isFalse();

        assertThat(tasks.find(task.id())).contains(first);
    }

    @Test
    void aRevisionTooFarAheadIsNotSaved() {
        var task = added(aPendingTask());

        assertThat(tasks.save(task.in(processing(NOON)).in(processing(NOON)))).isFalse();
    }

    @Test
    void aTaskThatWasNeverAddedIsNotSaved() {
        assertThat(tasks.save(aPendingTask().in(processing(NOON)))).isFalse();
    }

    @Test
    void ofSavesThatRaceExactlyOneWins() {
        var task = added(aPendingTask());

        long winners = Race.winners(
                16, i -> tasks.save(task.in(new Processing(1, new Lease("lease-" + i, NOON.plusSeconds(60))))));

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void theNewestTasksAreListedFirst() {
        var older = added(aPendingTask(ACCOUNT, NOON));
        var newer = added(aPendingTask(ACCOUNT, NOON.plusMillis(1)));

        assertThat(tasks.list(ACCOUNT, null, 10)).containsExactly(newer, older);
        assertThat(tasks.list(ACCOUNT, null, 1)).containsExactly(newer);
        assertThat(tasks.list(ACCOUNT, newer.id(), 10)).containsExactly(older);
    }

    @Test
    void pagesHaveNoGapAndNoRepeatWhileTasksAreAdded() {
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            before.add(added(aPendingTask(ACCOUNT, NOON.plusMillis(i / 4))).id());
        }
        List<UUID> listed = new ArrayList<>();
        var page = tasks.list(ACCOUNT, null, 4);
        while (!page.isEmpty()) {
            page.forEach(task -> listed.add(task.id()));
            added(aPendingTask(ACCOUNT, NOON.plusSeconds(1)));
            page = tasks.list(ACCOUNT, page.getLast().id(), 4);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(before).doesNotHaveDuplicates();
    }

    @Test
    void aPageBeginsOnlyAfterATaskOfTheSameAccount() {
        added(aPendingTask(ACCOUNT, NOON));
        var foreign = added(aPendingTask("acc_2", NOON.plusSeconds(1)));

        assertThat(tasks.list(ACCOUNT, foreign.id(), 10)).isEmpty();
        assertThat(tasks.list(ACCOUNT, UUID.randomUUID(), 10)).isEmpty();
    }

    @Test
    void theLongestWaitingTaskIsDueFirst() {
        var second = added(pending(-1));
        var first = added(pending(-2));
        var third = added(pending(0));

        assertThat(tasks.due(NOON, 10)).containsExactly(first, second, third);
        assertThat(tasks.due(NOON, 2)).containsExactly(first, second);
    }

    @Test
    void aTaskIsDueAtItsTimeAndNotBefore() {
        var task = added(pending(1));

        assertThat(tasks.due(NOON, 10)).isEmpty();
        assertThat(tasks.due(NOON.plusMillis(1), 10)).containsExactly(task);
    }

    @Test
    void onlyPendingTasksAreDue() {
        added(aTask(ACCOUNT, NOON, processing(NOON)));
        added(aTask(ACCOUNT, NOON, new Cancelled(Credits.NONE, NOON)));

        assertThat(tasks.due(NOON.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void theLeaseThatEndedFirstIsOverdueFirst() {
        var second = added(aTask(ACCOUNT, NOON, processing(NOON.minusMillis(1))));
        var first = added(aTask(ACCOUNT, NOON, processing(NOON.minusMillis(2))));

        assertThat(tasks.overdue(NOON, 10)).containsExactly(first, second);
        assertThat(tasks.overdue(NOON, 1)).containsExactly(first);
    }

    @Test
    void aLeaseIsOverdueOnlyAfterItsEnd() {
        var task = added(aTask(ACCOUNT, NOON, processing(NOON)));

        assertThat(tasks.overdue(NOON, 10)).isEmpty();
        assertThat(tasks.overdue(NOON.plusMillis(1), 10)).containsExactly(task);
    }

    @Test
    void onlyTasksInProcessingAreOverdue() {
        added(pending(-1000));

        assertThat(tasks.overdue(NOON, 10)).isEmpty();
    }

    @Test
    void pendingTasksAreCounted() {
        added(aPendingTask());
        var claimed = added(aPendingTask());
        assertThat(tasks.pending()).isEqualTo(2);

        tasks.save(claimed.in(processing(NOON)));

        assertThat(tasks.pending()).isEqualTo(1);
    }

    private Task pending(int millis) {
        return aTask(ACCOUNT, NOON, new Pending(0, NOON.plusMillis(millis)));
    }

    private Task added(Task task) {
        tasks.add(task);
        return task;
    }
}
