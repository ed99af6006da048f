package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aLiveTask;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.TaskQueue.Next;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link TaskQueue} keeps. */
public abstract class TaskQueueContract extends QueueBench {
    private static final String BOB = "acc_bob";
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(6);

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void tasksAreHandedOutInTheOrderOfTheirTimes() {
        var queue = queue(9, 1);
        var third = submitted(queue, ACCOUNT, Duration.ofSeconds(3));
        var first = submitted(queue, BOB, Duration.ofSeconds(1));
        var second = submitted(queue, ACCOUNT, Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(4));

        var crew = crew(queue).letEnd(3);
        queue.start(crew);

        assertThat(crew.next(3)).containsExactly(first, second, third);
    }

    @Test
    void aTaskIsNotHandedOutBeforeItsTime() {
        var queue = queue(9, 2);
        var crew = crew(queue).letEnd(3);
        var later = submitted(queue, ACCOUNT, Duration.ofSeconds(30));
        queue.start(crew);

        var now = submitted(queue, ACCOUNT);
        queue.wake();
        assertThat(crew.next()).isEqualTo(now);
        nextEnded();
        var alsoNow = submitted(queue, ACCOUNT);
        queue.wake();
        assertThat(crew.next()).isEqualTo(alsoNow);

        clock.pass(Duration.ofSeconds(30));
        queue.wake();
        assertThat(crew.next()).isEqualTo(later);
    }

    @Test
    void anAccountHasSoManyPlacesAndNoMore() {
        var queue = queue(3, 10);
        var crew = crew(queue);
        var tasks = submitted(queue, ACCOUNT, 50);
        queue.start(crew);
        assertThat(crew.next(3)).containsExactlyInAnyOrderElementsOf(tasks.subList(0, 3));

        var someoneElses = submitted(queue, BOB);
        queue.wake();

        assertThat(crew.next()).isEqualTo(someoneElses);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void aPlaceThatIsFreeIsForTheTaskThatWaitsLongest() {
        var queue = queue(3, 10);
        var crew = crew(queue);
        var tasks = submitted(queue, ACCOUNT, 50);
        queue.start(crew);
        crew.next(3);

        crew.letEnd(1);
        assertThat(crew.next()).isEqualTo(tasks.get(3));

        crew.letEnd(1);
        assertThat(crew.next()).isEqualTo(tasks.get(4));
    }

    @Test
    void nobodysBacklogStandsBeforeAnyoneElsesTasks() {
        int places = 4;
        int workers = 2;
        var queue = queue(places, workers);
        submitted(queue, ACCOUNT, 1000);
        var bobs = submitted(queue, BOB, 10);

        var crew = crew(queue);
        queue.start(crew);

        var others = othersBefore(bobs, crew, workers);
        assertThat(others.getFirst()).isLessThanOrEqualTo(places + workers);
        assertThat(others.getLast()).isLessThanOrEqualTo(3 * (places + workers) + workers);
    }

    @Test
    void everyTaskIsHandedOutOnce() {
        var queue = queue(5, 4);
        var tasks = submitted(queue, ACCOUNT, 40);
        var crew = crew(queue).letEnd(40);
        queue.start(crew);

        assertThat(crew.next(40)).containsExactlyInAnyOrderElementsOf(tasks);

        for (var _ : tasks) {
            nextEnded();
        }
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void aTransactionThatFailsLeavesNothingInTheQueue() {
        var queue = queue(1, 2);
        assertThatThrownBy(() -> transactions().run(() -> {
                    submitted(queue, ACCOUNT);
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        var crew = crew(queue);
        queue.start(crew);
        var stored = submitted(queue, ACCOUNT);
        queue.wake();

        assertThat(crew.next()).isEqualTo(stored);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void whatCannotBeStoredIsUndoneAndHandedOutAgain() {
        var queue = queue(1, 1);
        var failures = new AtomicInteger(1);
        var crew = new Crew(id -> ending(id, () -> {
            tasks().save(task(id).in(new Cancelled(Credits.NONE, NOON)));
            if (failures.getAndDecrement() > 0) {
                throw new Stop();
            }
            return new Next.Done();
        }));
        var task = submitted(queue, ACCOUNT);
        queue.start(crew.letEnd(1));
        assertThat(crew.next()).isEqualTo(task);

        assertThat(nextAfterPauses(queue, crew)).isEqualTo(task);
        assertThat(task(task).state()).isInstanceOf(Pending.class);

        crew.letEnd(1);
        assertThat(nextEnded()).isEqualTo(task);
        assertThat(task(task).state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void aTaskWhoseWorkerThrowsIsHandedOutAgain() {
        var queue = queue(1, 1);
        var crew = new Crew(_ -> {
            throw new Stop();
        });
        var task = submitted(queue, ACCOUNT);
        queue.start(crew.letEnd(2));
        assertThat(crew.next()).isEqualTo(task);

        assertThat(nextAfterPauses(queue, crew)).isEqualTo(task);
    }

    @Test
    void aTaskThatIsNotDoneIsHandedOutAgainAtItsTime() {
        var queue = queue(9, 1);
        var crew = new Crew(id -> ending(id, () -> new Next.Again(NOON.plusSeconds(30))));
        var task = submitted(queue, ACCOUNT);
        queue.start(crew.letEnd(2));
        assertThat(crew.next()).isEqualTo(task);
        nextEnded();

        var other = submitted(queue, ACCOUNT);
        queue.wake();
        assertThat(crew.next()).isEqualTo(other);

        clock.pass(Duration.ofSeconds(30));
        queue.wake();
        nextEnded();
        crew.letEnd(1);
        assertThat(crew.next()).isIn(task, other);
    }

    @Test
    void whatComesAfterwardsComesAfterTheCommit() throws Exception {
        var queue = queue(1, 1);
        var seen = new CompletableFuture<Boolean>();
        queue.start(id -> new TaskQueue.Ending() {
            @Override
            public Next store() {
                return completion(queue, id).store();
            }

            @Override
            public void afterwards() {
                seen.complete(CompletableFuture.supplyAsync(() -> task(id).state() instanceof Cancelled)
                        .join());
            }
        });
        submitted(queue, ACCOUNT);
        queue.wake();

        assertThat(seen.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskThatWasLostIsPutBack() {
        var queue = queue(1, 1);
        var crew = new Crew(id -> ending(id, Next.Done::new));
        var task = submitted(queue, ACCOUNT);
        queue.start(crew.letEnd(1));
        assertThat(crew.next()).isEqualTo(task);
        nextEnded();

        queue.repair(clock.instant());
        queue.wake();

        assertThat(crew.next()).isEqualTo(task);
    }

    @Test
    void tasksThatNobodyGaveAPlaceAreGivenOne() {
        var queue = queue(1, 5);
        var first = add(aPendingTask(ACCOUNT, NOON));
        add(aPendingTask(ACCOUNT, NOON.plusMillis(1)));
        var bobs = add(aPendingTask(BOB, NOON));
        var crew = crew(queue);
        queue.start(crew);

        queue.repair(clock.instant());
        queue.wake();

        assertThat(crew.next(2)).containsExactlyInAnyOrder(first, bobs);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void liveTasksHaveNoPlace() {
        var queue = queue(9, 2);
        add(aLiveTask(new Pending(0, 0, NOON)));
        add(aLiveTask(processing(NOON)));
        var crew = crew(queue);
        queue.start(crew);

        queue.repair(clock.instant());
        var queued = submitted(queue, ACCOUNT);
        queue.wake();

        assertThat(crew.next()).isEqualTo(queued);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void stoppingWaitsForTheWorkersAndHandsOutNothingMore() throws Exception {
        var queue = queue(9, 1);
        var crew = crew(queue);
        var task = submitted(queue, ACCOUNT);
        queue.start(crew);
        assertThat(crew.next()).isEqualTo(task);
        submitted(queue, ACCOUNT);

        var stop = CompletableFuture.runAsync(() -> queue.stop(Duration.ofSeconds(20)));
        assertThatThrownBy(() -> stop.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        crew.letEnd(2);
        stop.get(20, TimeUnit.SECONDS);

        assertThat(task(task).state()).isInstanceOf(Cancelled.class);
        assertThat(crew.isAtRest()).isTrue();
    }

    @Test
    void stoppingGivesUpOnAWorkerThatDoesNotEnd() {
        var queue = queue(1, 1);
        var crew = crew(queue);
        submitted(queue, ACCOUNT);
        queue.start(crew);
        crew.next();

        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> queue.stop(Duration.ofMillis(100)));
    }

    @Test
    void nothingIsStoredAfterTheQueueWasClosed() throws ExecutionException, InterruptedException, TimeoutException {
        var queue = queue(1, 1);
        var closed = new CompletableFuture<Void>();
        var worked = new CompletableFuture<Void>();
        var stored = new AtomicInteger();
        queue.start(id -> {
            worked.complete(null);
            closed.join();
            return ending(id, () -> {
                stored.incrementAndGet();
                return new Next.Done();
            });
        });
        submitted(queue, ACCOUNT);
        queue.wake();
        worked.get(20, TimeUnit.SECONDS);

        queue.close();
        closed.complete(null);

        assertThat(stored).hasValue(0);
    }

    /** How many of the others' tasks were begun before each of these; none ends until every worker has said what it began. */
    private static List<Integer> othersBefore(List<UUID> tasks, Crew crew, int workers) {
        var begun = new ArrayList<>(crew.next(workers));
        while (!begun.containsAll(tasks) && begun.size() < 100) {
            begun.add(crew.letEnd(1).next());
        }
        var others = begun.stream().filter(task -> !tasks.contains(task)).toList();
        return tasks.stream()
                .map(begun::indexOf)
                .sorted()
                .map(place -> (int) others.stream()
                        .filter(other -> begun.indexOf(other) < place)
                        .count())
                .toList();
    }

    /** Nobody tells when a failure has been put away, so that time passes and passes until the pause is over. */
    private UUID nextAfterPauses(TaskQueue queue, Crew crew) {
        while (crew.isAtRest()) {
            clock.pass(AFTER_FAILURE);
            queue.wake();
            Thread.onSpinWait();
        }
        return crew.next();
    }
}
