package dev.parley.application.access;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that people may set, without its steps back: a bucket that waited for one to pass would lock its key out. */
final class SteadyTime implements TimeMeter {

    /** Longer than any bucket needs to fill. */
    private static final Duration STEP_MAX = Duration.ofHours(1);

    private final InstantSource clock;
    private Instant last;
    private long nanos;

    SteadyTime(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public synchronized long currentTimeNanos() {
        var now = clock.instant();
        var step = Duration.between(last, now);
        if (step.isPositive()) {
            nanos += step.compareTo(STEP_MAX) < 0 ? step.toNanos() : STEP_MAX.toNanos();
        }
        last = now;
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
