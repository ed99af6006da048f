package dev.parley.application.stream;

import dev.parley.application.Limits;
import dev.parley.application.catalog.Failures;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.Renderings.Start;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The streams that are open in this process: so many at once and no more, and so many of one account. */
public final class LiveStreams {

    private static final Duration STREAMS_FULL = Duration.ofSeconds(2);

    private final Renderings renderings;
    private final AudioStore store;
    private final Settlement settlement;
    private final Limits limits;
    private final Semaphore free;
    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

    public LiveStreams(Renderings renderings, AudioStore store, Settlement settlement, Limits limits) {
        this.renderings = renderings;
        this.store = store;
        this.settlement = settlement;
        this.limits = limits;
        this.free = new Semaphore(limits.streamsMax());
    }

    /** For a gateway that stops: ends every stream at the gateway's cost. */
    public void breakOff() {
        open.forEach(LiveStream::breakOff);
        renderings.stop(Task.Mode.LIVE);
    }

    /** How many streams of the account are open, or about to be. */
    public int open(String account) {
        return taken.getOrDefault(account, 0);
    }

    /** Tokens of the leases that this process must keep. */
    List<String> leases() {
        return open.stream().flatMap(live -> live.lease().stream()).toList();
    }

    /**
     * Sets a place aside.
     *
     * @throws Refused where there is none, or the account has all of its own
     */
    void reserve(String account) {
        if (taken.merge(account, 1, Integer::sum) > limits.accountStreamsMax()) {
            leave(account);
            throw new Refused(new Refusal.TooMany(
                    "Too many streams of your account are open. Try again soon.", STREAMS_FULL, true));
        }
        if (!free.tryAcquire()) {
            leave(account);
            throw new Refused(new Refusal.Unavailable("Too many streams are open. Try again soon.", STREAMS_FULL));
        }
    }

    void giveBack(String account) {
        free.release();
        leave(account);
    }

    /** Begins to render into the place set aside, which is given back when the stream ends. */
    LiveStream begin(Task task, Permit permit) {
        try {
            var deadline = task.createdAt().plus(limits.attemptTimeout());
            var audio = renderings.start(new Start(task, 1, deadline, null), permit);
            try {
                var live =
                        new LiveStream(task, audio, store.create(task.output().format()), settlement, this::ended);
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

    private void ended(LiveStream live) {
        open.remove(live);
        giveBack(live.task().account());
    }

    private void leave(String account) {
        taken.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }
}
