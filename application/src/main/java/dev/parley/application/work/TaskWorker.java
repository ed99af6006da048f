package dev.parley.application.work;

import dev.parley.application.Limits;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.task.Lease;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.Claimed;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.store.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Claims due tasks and renders them, so many at once and no more. */
public final class TaskWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TaskWorker.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Tasks tasks;
    private final MoveTask move;
    private final RenderTask render;
    private final TaskSignals signals;
    private final Limits limits;
    private final InstantSource clock;
    private final Semaphore free;
    private volatile boolean closing;
    private @Nullable Thread dispatcher;

    public TaskWorker(
            Tasks tasks, MoveTask move, RenderTask render, TaskSignals signals, Limits limits, InstantSource clock) {
        this.tasks = tasks;
        this.move = move;
        this.render = render;
        this.signals = signals;
        this.limits = limits;
        this.clock = clock;
        this.free = new Semaphore(limits.rendersMax());
    }

    public void start() {
        dispatcher = Thread.ofVirtual().name("task-worker").start(this::dispatch);
    }

    /** Takes no more tasks, and gives those under way time to end. What does not end in time is attempted again later. */
    @Override
    public void close() {
        closing = true;
        signals.submitted();
        try {
            if (dispatcher != null) {
                dispatcher.join();
            }
            if (free.tryAcquire(limits.rendersMax(), limits.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(limits.rendersMax());
            } else {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "stopping while tasks are being rendered: they start anew next time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        while (!closing) {
            try {
                if (!dispatchDue()) {
                    signals.work().await(LOOK_AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the task store did not answer; trying again", e);
                pause();
            }
        }
    }

    /** Whether there may be more to do at once. */
    private boolean dispatchDue() throws InterruptedException {
        if (!free.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        boolean started = false;
        try {
            var due = tasks.due(clock.instant(), 1);
            if (due.isEmpty() || closing) {
                return false;
            }
            started = claimAndStart(due.getFirst());
            return true;
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private boolean claimAndStart(Task due) {
        var lease = new Lease(UUID.randomUUID().toString(), clock.instant().plus(limits.attemptTimeout()));
        var claimed = move.move(due, new Claimed(lease)).orElse(null);
        if (claimed == null || !(claimed.state() instanceof Processing attempt)) {
            return false;
        }
        // Rendering computes: on virtual threads it would keep everybody who only waits from being served.
        Thread.ofPlatform().daemon().name("render-" + claimed.id()).start(() -> {
            try {
                render.attempt(claimed, attempt);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "task " + claimed.id() + " is left to its lease", e);
            } finally {
                free.release();
            }
        });
        return true;
    }

    private void pause() {
        try {
            signals.work().await(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
