package dev.parley.application.task;

import dev.parley.application.task.TaskSignals.Signal;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.store.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task's states as they come. For one reader. */
public final class TaskWatch implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final UUID id;
    private final Tasks tasks;
    private final TaskSignals signals;
    private final Signal changed;
    private int revisionSeen = -1;
    private boolean ended;
    private volatile boolean closed;

    TaskWatch(UUID id, Tasks tasks, TaskSignals signals) {
        this.id = id;
        this.tasks = tasks;
        this.signals = signals;
        this.changed = signals.watch(id);
    }

    /** The present state first, then each newer one (several quick changes may come as one); null after the final state or close. */
    public @Nullable Task next() throws InterruptedException {
        while (!ended && !closed) {
            var task = tasks.find(id).orElseThrow(() -> new IllegalStateException("a stored task is never removed"));
            if (task.revision() > revisionSeen) {
                revisionSeen = task.revision();
                ended = task.state() instanceof TaskState.Final;
                return task;
            }
            changed.await(LOOK_AGAIN);
        }
        return null;
    }

    /** Wakes the reader, from any thread. */
    @Override
    public void close() {
        closed = true;
        changed.ring();
        signals.unwatch(id, changed);
    }
}
