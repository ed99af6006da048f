package dev.parley.application.work;

import dev.parley.application.task.Costs;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskEvent.AttemptFailed;
import dev.parley.domain.task.TaskEvent.Finished;
import dev.parley.domain.task.TaskEvent.Report;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.InstantSource;

/** One attempt at a queued task: from the provider into the store. Changes no task: it reports. */
public final class RenderTask {

    private static final System.Logger LOG = System.getLogger(RenderTask.class.getName());

    private final Renderings renderings;
    private final AudioStore store;
    private final Costs costs;
    private final InstantSource clock;

    public RenderTask(Renderings renderings, AudioStore store, Costs costs, InstantSource clock) {
        this.renderings = renderings;
        this.store = store;
        this.costs = costs;
        this.clock = clock;
    }

    /** @param token of the lease under which it is rendered */
    Report attempt(Start start, String token, Permit permit) {
        var task = start.task();
        try {
            return finished(start, token, permit);
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

    /** Audio that no task came to own. */
    void forget(Task task, AudioRef audio) {
        try {
            store.delete(audio);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "audio of task " + task.id() + ", which had ended, is left to the sweeper",
                    e);
        }
    }

    /** What callers brought for a task that has ended. */
    void forgetUploads(Task ended) {
        renderings.forget(ended);
    }

    private Finished finished(Start start, String token, Permit permit) throws ProviderException, IOException {
        try (var audio = renderings.start(start, permit);
                var upload = store.create(start.task().output().format())) {
            AudioChunk chunk;
            while ((chunk = audio.next()) != null) {
                upload.write(chunk.bytes());
            }
            if (audio.wasStopped()) {
                throw new ProviderException(Renderings.STOPPED);
            }
            var made = audio.made();
            return new Finished(
                    token,
                    upload.commit(),
                    costs.finished(start.task(), made.length()),
                    clock.instant(),
                    made.details());
        }
    }
}
