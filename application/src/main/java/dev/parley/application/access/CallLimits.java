package dev.parley.application.access;

import dev.parley.application.Caller;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds each key to its requests per minute and its calls at once, counted in this process. A key's present limits apply to
 * each new call; calls under way are left alone.
 */
public final class CallLimits {

    /** What happens to a key happens within the map's own lock of it. */
    private final ConcurrentMap<String, KeyCalls> keys = new ConcurrentHashMap<>();

    private final SteadyTime time;
    private final AtomicLong nextSweep;

    public CallLimits(InstantSource clock) {
        this.time = new SteadyTime(clock);
        this.nextSweep = new AtomicLong(PerMinute.WINDOW.toNanos());
    }

    /**
     * Begins a call, which counts until it is closed.
     *
     * @throws dev.parley.domain.refusal.Refused if it is one too many, with how long to wait
     */
    public Call enter(Caller caller) {
        sweepWhenDue();
        var key = caller.key();
        AtomicReference<@Nullable Standing> standing = new AtomicReference<>();
        keys.compute(key, (_, found) -> {
            var calls = found == null ? new KeyCalls(time) : found;
            standing.set(calls.enter(caller.limits()));
            return calls;
        });
        return new Call(standing.get(), () -> leave(key));
    }

    /** How a caller stands with their rate; empty where it is not limited, or nobody has asked lately. */
    public Optional<Standing> standing(Caller caller) {
        AtomicReference<@Nullable Standing> standing = new AtomicReference<>();
        keys.computeIfPresent(caller.key(), (_, calls) -> {
            standing.set(calls.standing());
            return calls;
        });
        return Optional.ofNullable(standing.get());
    }

    /** How many calls of the caller's key are under way. */
    int underWay(Caller caller) {
        var calls = new AtomicInteger();
        keys.computeIfPresent(caller.key(), (_, found) -> {
            calls.set(found.underWay());
            return found;
        });
        return calls.get();
    }

    /** How many keys are remembered: no more than were used within the last minutes. */
    int remembered() {
        return keys.size();
    }

    private void leave(String key) {
        keys.computeIfPresent(key, (_, calls) -> {
            calls.leave();
            return calls.isIdle() ? null : calls;
        });
    }

    private void sweepWhenDue() {
        long now = time.currentTimeNanos();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + PerMinute.WINDOW.toNanos())) {
            keys.keySet().forEach(key -> keys.computeIfPresent(key, (_, calls) -> calls.isIdle() ? null : calls));
        }
    }
}
