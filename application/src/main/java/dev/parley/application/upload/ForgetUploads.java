package dev.parley.application.upload;

import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import dev.parley.ports.audio.UploadStore;
import dev.parley.ports.store.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Deletes what callers brought once its task has ended; and what a process left behind that died. */
public final class ForgetUploads {

    private static final System.Logger LOG = System.getLogger(ForgetUploads.class.getName());

    /** A file for which there is no task yet may still be on its way in. */
    private static final Duration ARRIVAL_MAX = Duration.ofHours(6);

    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final UploadStore store;
    private final Tasks tasks;

    public ForgetUploads(UploadStore store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Where the task has ended, and something came with it. */
    public void ended(Task task) {
        if (task.state() instanceof TaskState.Final && !task.request().uploads().isEmpty()) {
            delete(task.id());
        }
    }

    /** For every minute or so. */
    public void sweep(Instant now) throws IOException {
        for (var id : store.olderThan(now.minus(SETTLED))) {
            var task = tasks.find(id);
            if (task.isPresent() && task.get().state() instanceof TaskState.Final) {
                delete(id);
            }
        }
        for (var id : store.olderThan(now.minus(ARRIVAL_MAX))) {
            if (tasks.find(id).isEmpty()) {
                delete(id);
            }
        }
    }

    private void delete(UUID task) {
        try {
            store.delete(task);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what came with task " + task + " is left to the sweeper", e);
        }
    }
}
