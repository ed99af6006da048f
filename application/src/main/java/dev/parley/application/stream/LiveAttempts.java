package dev.parley.application.stream;

import dev.parley.application.Limits;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;

/** Begins the attempts of live streams, and ends them from outside. */
final class LiveAttempts {

    private final Renderings renderings;
    private final AudioStore store;
    private final Limits limits;

    LiveAttempts(Renderings renderings, AudioStore store, Limits limits) {
        this.renderings = renderings;
        this.store = store;
        this.limits = limits;
    }

    /**
     * Waits until the provider has begun. However many attempts there are, a stream has the time of one.
     *
     * @param untilStored returns when the task is on disk
     */
    LiveAttempt begin(Task task, Permit permit, Runnable untilStored) throws ProviderException, IOException {
        if (!(task.state() instanceof Processing(int number, var _, var _))) {
            throw new IllegalStateException("a stream that has ended begins nothing");
        }
        var deadline =
                task.createdAt().plus(limits.attemptTimeout(task.request().kind()));
        var audio = renderings.start(new Start(task, number, deadline, null, untilStored), permit);
        try {
            return new LiveAttempt(audio, store.create(task.output().format()));
        } catch (IOException | RuntimeException e) {
            audio.close();
            throw e;
        }
    }

    /** For the first of the routes that can be taken. */
    Permit permit(Routes routes) throws ProviderException {
        return renderings.permit(routes);
    }

    /** For the current route. */
    Permit permitHere(Routes routes) throws ProviderException {
        return renderings.permitHere(routes);
    }

    /** Ends what is being rendered, or about to be, for the task. */
    void stop(Task task) {
        renderings.stop(task.id());
    }
}
