package dev.parley.application.access;

import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one key has under way, and what is left of its rate. For one thread at a time. */
final class KeyCalls {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final TimeMeter time;
    private @Nullable PerMinute rate;
    private int underWay;

    KeyCalls(TimeMeter time) {
        this.time = time;
    }

    /**
     * Counts a call.
     *
     * @return how the key stands afterwards; null where its rate is not limited
     * @throws Refused if it is one too many: then it does not count
     */
    @Nullable
    Standing enter(KeyLimits limits) {
        var perMinute = follow(limits.requestsPerMinute());
        var atOnce = limits.callsAtOnce();
        if (atOnce != null && underWay >= atOnce) {
            throw new Refused(new Refusal.TooMany(
                    "This API key may have " + atOnce + " calls under way at once. Wait for one to end.",
                    LOOK_AGAIN,
                    true));
        }
        var standing = perMinute == null ? null : taken(perMinute);
        underWay++;
        return standing;
    }

    void leave() {
        underWay--;
    }

    @Nullable
    Standing standing() {
        return rate == null ? null : rate.standing();
    }

    int underWay() {
        return underWay;
    }

    /** Nothing would be forgotten with it. */
    boolean isIdle() {
        return underWay == 0 && (rate == null || rate.isFull());
    }

    /** The limit as it is now. */
    private @Nullable PerMinute follow(@Nullable Integer requestsPerMinute) {
        if (requestsPerMinute == null) {
            rate = null;
        } else if (rate == null) {
            rate = new PerMinute(requestsPerMinute, time);
        } else {
            rate.change(requestsPerMinute);
        }
        return rate;
    }

    private static Standing taken(PerMinute rate) {
        var taken = rate.take();
        if (taken.waitNanos().isPresent()) {
            throw new Refused(new Refusal.TooMany(
                    "This API key may make " + rate.rate() + " requests per minute. Please slow down.",
                    Duration.ofNanos(taken.waitNanos().getAsLong())));
        }
        return taken.standing();
    }
}
