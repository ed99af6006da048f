package dev.parley.application.work;

import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.task.MoveTask;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.AttemptRecord.Outcome;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskEvent.LeaseExpired;
import dev.parley.domain.task.TaskEvent.Resumed;
import dev.parley.domain.task.TaskState;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.TaskQueue.Ending;
import dev.parley.ports.store.TaskQueue.Next;
import dev.parley.ports.store.TaskQueue.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a task that the queue hands out. One that waits is claimed, with its attempt stored before the provider
 * hears of it. One that is found being processed has lost its worker: it goes on where the provider can be asked by its own
 * id, and is otherwise settled by policy, since nobody knows what the provider did.
 */
public final class TaskWorker implements Worker, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TaskWorker.class.getName());

    private final Stores stores;
    private final MoveTask move;
    private final Renderings renderings;
    private final RenderTask render;
    private final Limits limits;
    private final InstantSource clock;
    private volatile boolean stopping;

    public TaskWorker(
            Stores stores,
            MoveTask move,
            Renderings renderings,
            RenderTask render,
            Limits limits,
            InstantSource clock) {
        this.stores = stores;
        this.move = move;
        this.renderings = renderings;
        this.render = render;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Ending work(UUID id) {
        var task = stores.tasks()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("task " + id + " is queued and not stored"));
        return switch (task.state()) {
            case Pending waiting -> begin(task, waiting);
            case Processing attempt -> takeOver(task, attempt);
            case TaskState.Final _ -> new Forgotten(stores.attempts(), id, clock.instant());
        };
    }

    public void start() {
        stores.queue().start(this);
    }

    /** Ends renderings whose tasks were ended by another process. */
    public void dropEnded() {
        for (var id : renderings.tasks()) {
            if (stores.tasks()
                    .find(id)
                    .filter(task -> task.state() instanceof TaskState.Final)
                    .isPresent()) {
                renderings.stop(id);
            }
        }
    }

    /** Takes no more tasks, and gives those under way time to end. What does not end in time is stopped and handed back. */
    @Override
    public void close() {
        var waiting =
                Thread.ofVirtual().name("queue-stop").start(() -> stores.queue().stop(limits.stopTimeout()));
        try {
            if (!waiting.join(limits.stopPatience())) {
                LOG.log(System.Logger.Level.WARNING, "tasks are still being rendered: handing them back");
                stopping = true;
                renderings.stop(Task.Mode.QUEUED);
                waiting.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Ending begin(Task task, Pending waiting) {
        if (stopping) {
            return new Again(clock.instant());
        }
        Permit permit;
        try {
            permit = waiting.unknown() > 0 ? renderings.permitHere(task.routes()) : renderings.permit(task.routes());
        } catch (ProviderException e) {
            return later(task, e);
        }
        var lease =
                lease(clock.instant().plus(limits.attemptTimeout(task.request().kind())));
        return move(task, new Claimed(lease, permit.route()), permit)
                .map(claimed -> render(claimed, null, permit))
                .orElseGet(() -> new Again(clock.instant()));
    }

    private Ending takeOver(Task task, Processing attempt) {
        var until = attempt.lease().until();
        var upstreamId = stores.attempts().open(task.id()).map(AttemptRecord::upstreamId);
        if (upstreamId.isEmpty() || !clock.instant().isBefore(until)) {
            LOG.log(System.Logger.Level.WARNING, "task {0} has lost its worker; what it did is unknown", task.id());
            return ended(task, new LeaseExpired(clock.instant()));
        }
        Permit permit;
        try {
            permit = renderings.permitHere(task.routes());
        } catch (ProviderException e) {
            return later(task, e);
        }
        // The deadline stays: however often a process dies, an attempt has its time and no more.
        return move(task, new Resumed(lease(until)), permit)
                .map(resumed -> render(resumed, upstreamId.get(), permit))
                .orElseGet(() -> new Again(clock.instant()));
    }

    private Optional<Task> move(Task task, TaskEvent event, Permit permit) {
        boolean moved = false;
        try {
            var after = move.move(task, event);
            moved = after.isPresent();
            return after;
        } finally {
            if (!moved) {
                permit.giveBack();
            }
        }
    }

    private Ending render(Task task, @Nullable String upstreamId, Permit permit) {
        if (!(task.state() instanceof Processing(int number, var _, Lease(String token, Instant until)))) {
            throw new IllegalStateException("a claimed task is being processed");
        }
        var report = render.attempt(new Start(task, number, until, upstreamId), token, permit);
        if (stopping && report instanceof AttemptFailed && isResumable(task)) {
            return new Again(clock.instant());
        }
        return ended(task, report);
    }

    /** The next process goes on with it, as if this one had died. */
    private boolean isResumable(Task task) {
        return stores.attempts().open(task.id()).map(AttemptRecord::upstreamId).isPresent();
    }

    private Ending ended(Task task, TaskEvent event) {
        return new Reported(task, event, move, render);
    }

    private Ending later(Task task, ProviderException e) {
        LOG.log(System.Logger.Level.DEBUG, "task {0} waits: {1}", task.id(), e.getMessage());
        var wait = e.failure() instanceof Failure.Throttled throttled ? throttled.retryAfter() : Breakers.REST;
        return new Again(clock.instant().plus(wait));
    }

    private static Lease lease(Instant until) {
        return new Lease(UUID.randomUUID().toString(), until);
    }

    /** Nothing was done: later perhaps. */
    private record Again(Instant at) implements Ending {

        @Override
        public Next store() {
            return new Next.Again(at);
        }

        @Override
        public void afterwards() {
            // Nobody waits to hear of it.
        }
    }

    /** The task had ended meanwhile; an attempt that was left open ends with it. */
    private record Forgotten(Attempts attempts, UUID task, Instant at) implements Ending {

        @Override
        public Next store() {
            attempts.end(task, new AttemptRecord.Ending(Outcome.UNKNOWN, "The task had ended without it.", at));
            return new Next.Done();
        }

        @Override
        public void afterwards() {
            // Whoever ended the task has told of it.
        }
    }
}
