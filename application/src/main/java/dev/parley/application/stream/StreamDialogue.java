package dev.parley.application.stream;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.DialogueOrder;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.work.Renderings;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Processing;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Renders an order while the caller listens, and keeps what they hear. */
public final class StreamDialogue {

    private static final Duration STREAMS_FULL = Duration.ofSeconds(2);

    private final PrepareDialogue prepare;
    private final AdmitTask admit;
    private final Renderings renderings;
    private final AudioStore store;
    private final Settlement settlement;
    private final Semaphore free;
    private final Set<LiveDialogue> open = ConcurrentHashMap.newKeySet();

    public StreamDialogue(
            PrepareDialogue prepare,
            AdmitTask admit,
            Renderings renderings,
            AudioStore store,
            Settlement settlement,
            Limits limits) {
        this.prepare = prepare;
        this.admit = admit;
        this.renderings = renderings;
        this.store = store;
        this.settlement = settlement;
        this.free = new Semaphore(limits.streamsMax());
    }

    /**
     * Holds the price and begins to render.
     *
     * @throws Refused with nothing charged
     */
    public LiveDialogue open(Caller caller, DialogueOrder order) {
        var prepared = prepare.prepare(order);
        if (!free.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable("Too many streams are open. Try again soon.", STREAMS_FULL));
        }
        boolean opened = false;
        try {
            var live = open(admit.live(caller, prepared));
            opened = true;
            return live;
        } finally {
            if (!opened) {
                free.release();
            }
        }
    }

    /** For a gateway that stops: ends every stream at the gateway's cost. */
    public void breakOff() {
        open.forEach(LiveDialogue::breakOff);
    }

    private LiveDialogue open(Task task) {
        try {
            var attempt = attempt(task);
            var audio = renderings.start(task, attempt);
            try {
                var live =
                        new LiveDialogue(task, audio, store.create(task.output().format()), settlement, this::ended);
                open.add(live);
                return live;
            } catch (IOException | RuntimeException e) {
                audio.close();
                throw e;
            }
        } catch (ProviderException e) {
            settlement.failed(task, e.failure());
            throw Failures.refused(e.failure());
        } catch (IOException | RuntimeException e) {
            throw settlement.broken(task, e);
        }
    }

    private void ended(LiveDialogue live) {
        open.remove(live);
        free.release();
    }

    private static Processing attempt(Task task) {
        if (task.state() instanceof Processing attempt) {
            return attempt;
        }
        throw new IllegalStateException("a live task is admitted in processing");
    }
}
