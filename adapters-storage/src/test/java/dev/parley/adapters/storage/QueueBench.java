package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/** Tasks, workers and a clock around a queue. */
public abstract class QueueBench {
    protected final MovingClock clock = new MovingClock(NOON);
    protected final BlockingQueue<UUID> ended = new LinkedBlockingQueue<>();
    private final List<TaskQueue> opened = new ArrayList<>();

    /** Those in which the queue finds its tasks, empty at first. */
    protected abstract Tasks tasks();

    protected abstract Transactions transactions();

    /** A queue over these stores. */
    protected abstract TaskQueue open(int placesPerAccount, int workers, InstantSource time);

    protected final TaskQueue queue(int placesPerAccount, int workers) {
        var queue = open(placesPerAccount, workers, clock);
        opened.add(queue);
        return queue;
    }

    @AfterEach
    void closeQueues() {
        opened.forEach(TaskQueue::close);
    }

    /** Brings a task to its end, and passes its place on. */
    protected final Ending completion(TaskQueue queue, UUID id) {
        return ending(id, () -> {
            var task = task(id);
            tasks().save(task.in(new Cancelled(Credits.NONE, clock.instant())));
            queue.advance(task.account(), clock.pass(Duration.ofMillis(1)));
            return new Next.Done();
        });
    }

    /** What a worker may come to. */
    protected interface Step {
        Next store();
    }

    protected final Ending ending(UUID id, Step step) {
        return new Ending() {
            @Override
            public Next store() {
                return step.store();
            }

            @Override
            public void afterwards() {
                ended.add(id);
            }
        };
    }

    /** The task whose end was made known next. */
    protected final UUID nextEnded() {
        return Crew.nextOf(ended);
    }

    /** Workers that complete whatever they are handed. */
    protected final Crew crew(TaskQueue queue) {
        return new Crew(id -> completion(queue, id));
    }

    protected final Task task(UUID id) {
        return tasks().find(id).orElseThrow();
    }

    /** Adds a task of the account and gives it a place, if there is one. */
    protected final UUID submitted(TaskQueue queue, String account) {
        return submitted(queue, account, 1).getFirst();
    }

    /** So many tasks, each a little later than the one before. */
    protected final List<UUID> submitted(TaskQueue queue, String account, int count) {
        return transactions().run(() -> {
            var added = new ArrayList<UUID>();
            for (int i = 0; i < count; i++) {
                added.add(add(aPendingTask(account, clock.pass(Duration.ofMillis(1)))));
                queue.advance(account, clock.instant());
            }
            return added;
        });
    }

    /** Adds a task that waits so long. */
    protected final UUID submitted(TaskQueue queue, String account, Duration wait) {
        return transactions().run(() -> {
            var at = clock.instant().plus(wait);
            var added = add(Examples.aTask(account, clock.instant(), pendingUntil(at)));
            queue.advance(account, clock.instant());
            return added;
        });
    }

    protected final UUID add(Task task) {
        tasks().add(task);
        return task.id();
    }

    private static TaskState pendingUntil(Instant at) {
        return new TaskState.Pending(0, 0, at);
    }
}
