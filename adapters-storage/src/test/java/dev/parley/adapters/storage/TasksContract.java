package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aLiveTask;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.aTask;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Routes;
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
    void theRouteThatIsTakenIsSaved() {
        var only = aPendingTask();
        var routes = Routes.of(List.of(only.route(), only.route()));
        var task = added(only.on(routes));

        assertThat(tasks.save(task.on(routes.next()).in(processing(NOON)))).isTrue();

        assertThat(tasks.find(task.id()).orElseThrow().routes()).isEqualTo(routes.at(1));
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
                16, i -> tasks.save(task.in(new Processing(1, 0, new Lease("lease-" + i, NOON.plusSeconds(60))))));

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
    void everybodysTasksAreListedWhereNoAccountIsNamed() {
        var older = added(aPendingTask(ACCOUNT, NOON));
        var newer = added(aPendingTask("acc_2", NOON.plusMillis(1)));

        assertThat(tasks.list(null, null, 10)).containsExactly(newer, older);
        assertThat(tasks.list(null, newer.id(), 10)).containsExactly(older);
        assertThat(tasks.list(null, UUID.randomUUID(), 10)).isEmpty();
    }

    @Test
    void theLeaseThatEndedFirstIsOverdueFirst() {
        var second = added(aLiveTask(processing(NOON.minusMillis(1))));
        var first = added(aLiveTask(processing(NOON.minusMillis(2))));

        assertThat(tasks.overdue(NOON, 10)).containsExactly(first, second);
        assertThat(tasks.overdue(NOON, 1)).containsExactly(first);
    }

    @Test
    void aLeaseIsOverdueOnlyAfterItsEnd() {
        var task = added(aLiveTask(processing(NOON)));

        assertThat(tasks.overdue(NOON, 10)).isEmpty();
        assertThat(tasks.overdue(NOON.plusMillis(1), 10)).containsExactly(task);
    }

    @Test
    void aQueuedTaskIsTheQueuesToWatch() {
        added(aTask(ACCOUNT, NOON, processing(NOON.minusMillis(1))));

        assertThat(tasks.overdue(NOON, 10)).isEmpty();
    }

    @Test
    void aRenewedLeaseEndsLater() {
        var renewed = added(aLiveTask(leased("a")));
        var other = added(aLiveTask(leased("b")));

        tasks.renew(List.of("a", "unknown"), NOON.plusSeconds(9));

        assertThat(tasks.overdue(NOON.plusSeconds(1), 10)).containsExactly(other);
        assertThat(tasks.find(renewed.id()).orElseThrow().state())
                .isEqualTo(new Processing(1, 0, new Lease("a", NOON.plusSeconds(9))));
    }

    @Test
    void renewingALeaseStopsNobodyFromSaving() {
        var task = added(aLiveTask(leased("a")));

        tasks.renew(List.of("a"), NOON.plusSeconds(9));

        assertThat(tasks.save(task.in(new Cancelled(Credits.NONE, NOON)))).isTrue();
    }

    @Test
    void aTaskThatHasEndedIsNotRenewed() {
        var ended = added(aLiveTask(leased("a"))).in(new Cancelled(Credits.NONE, NOON));
        tasks.save(ended);

        tasks.renew(List.of("a"), NOON.plusSeconds(9));

        assertThat(tasks.find(ended.id())).contains(ended);
    }

    @Test
    void noLeaseAtAllCanBeRenewed() {
        var task = added(aLiveTask(leased("a")));

        tasks.renew(List.of(), NOON.plusSeconds(9));

        assertThat(tasks.find(task.id())).contains(task);
    }

    @Test
    void onlyTasksInProcessingAreOverdue() {
        added(aLiveTask(new Pending(0, 0, NOON.minusSeconds(1))));

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

    @Test
    void pendingTasksAreCountedForEachAccount() {
        added(aPendingTask());
        added(aPendingTask("acc_2", NOON));
        added(aTask(ACCOUNT, NOON, processing(NOON)));

        assertThat(tasks.pending(ACCOUNT)).isEqualTo(1);
        assertThat(tasks.pending("acc_3")).isZero();
    }

    private static Processing leased(String token) {
        return new Processing(1, 0, new Lease(token, NOON));
    }

    private Task added(Task task) {
        tasks.add(task);
        return task;
    }
}
