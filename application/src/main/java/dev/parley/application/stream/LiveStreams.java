package dev.parley.application.stream;

import dev.parley.application.Limits;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.ports.audio.AudioStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The streams that are open in this process: so many at once and no more, and so many of one account. */
public final class LiveStreams {

    private static final Duration STREAMS_FULL = Duration.ofSeconds(2);

    private final Renderings renderings;
    private final LiveAttempts attempts;
    private final Settlement settlement;
    private final Limits limits;
    private final Semaphore free;
    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

    public LiveStreams(Renderings renderings, AudioStore store, Settlement settlement, Limits limits) {
        this.renderings = renderings;
        this.attempts = new LiveAttempts(renderings, store, limits);
        this.settlement = settlement;
        this.limits = limits;
        this.free = new Semaphore(limits.streamsMax());
    }

    /** For a gateway that stops: ends every stream at the gateway's cost. */
    public void breakOff() {
        open.forEach(LiveStream::breakOff);
        renderings.stop(Task.Mode.LIVE);
    }

    /** Waits until no stream is open, or this time is over. */
    public void awaitNone(Duration atMost) throws InterruptedException {
        if (free.tryAcquire(limits.streamsMax(), atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(limits.streamsMax());
        }
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

    /** A stream in the place set aside, which is given back when it ends. */
    LiveStream open(Admitted admitted, Permit permit, @Nullable IdempotencyKey repeat) {
        var live = new LiveStream(admitted, permit, attempts, settlement, repeat, this::ended);
        open.add(live);
        return live;
    }

    private void ended(LiveStream live) {
        open.remove(live);
        renderings.forget(live.known());
        giveBack(live.known().account());
    }

    private void leave(String account) {
        taken.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }
}
