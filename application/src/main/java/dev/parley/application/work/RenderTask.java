package dev.parley.application.work;

import dev.parley.application.task.MoveTask;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.dialogue.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskState.Cancelled;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.InstantSource;

/** One attempt at a queued task: from the provider into the store. */
public final class RenderTask {

    private static final System.Logger LOG = System.getLogger(RenderTask.class.getName());

    private final Renderings renderings;
    private final AudioStore store;
    private final MoveTask move;
    private final InstantSource clock;

    public RenderTask(Renderings renderings, AudioStore store, MoveTask move, InstantSource clock) {
        this.renderings = renderings;
        this.store = store;
        this.move = move;
        this.clock = clock;
    }

    /** Leaves the task in whatever state the attempt brings it to. */
    void attempt(Task task, Processing attempt) {
        var report = report(task, attempt);
        var after = move.moveLatest(task.id(), report);
        if (report instanceof AttemptFailed failed && !(after.state() instanceof Cancelled)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "task {0}: {1} failed: {2}",
                    task.id(),
                    task.provider(),
                    failed.failure().message());
        }
        if (report instanceof Finished finished && !(after.state() instanceof Completed)) {
            forget(finished.audio());
        }
    }

    private TaskEvent report(Task task, Processing attempt) {
        var token = attempt.lease().token();
        try {
            return new Finished(token, drain(task, attempt), task.quote().price(), clock.instant());
        } catch (ProviderException e) {
            LOG.log(System.Logger.Level.DEBUG, "task " + task.id(), e);
            return new AttemptFailed(token, e.failure(), clock.instant());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "task " + task.id() + ": the audio could not be stored", e);
            return new AttemptFailed(token, new Failure.Unavailable("The audio could not be stored."), clock.instant());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "task " + task.id() + ": " + task.provider() + " broke its contract", e);
            return new AttemptFailed(token, new Failure.Unavailable("The provider broke down."), clock.instant());
        }
    }

    private AudioRef drain(Task task, Processing attempt) throws ProviderException, IOException {
        try (var audio = renderings.start(task, attempt);
                var upload = store.create(task.output().format())) {
            AudioChunk chunk;
            while ((chunk = audio.next()) != null) {
                upload.write(chunk.bytes());
            }
            return upload.commit();
        }
    }

    private void forget(AudioRef audio) {
        try {
            store.delete(audio);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "audio of a task that had ended is left to the sweeper", e);
        }
    }
}
