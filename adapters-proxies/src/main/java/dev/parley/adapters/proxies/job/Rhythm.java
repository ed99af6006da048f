package dev.parley.adapters.proxies.job;

import dev.parley.adapters.proxies.settings.Settings;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When one job is asked after next: evenly drawn from once to twice the pace, doubling while the upstream is in trouble. */
final class Rhythm {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 10;

    private final Duration pace;
    private final Duration floor;
    private final DoubleSupplier random;
    private int troubles;
    private @Nullable Duration told;

    Rhythm(Settings settings, DoubleSupplier random) {
        this.pace = settings.pollPace();
        this.floor = settings.pollFloor();
        this.random = random;
    }

    void wentWell() {
        troubles = 0;
        told = null;
    }

    /** @param retryAfter as the upstream told it */
    void trouble(@Nullable Duration retryAfter) {
        troubles = Math.min(troubles + 1, DOUBLINGS_MAX);
        told = retryAfter;
    }

    /** How long to wait if nothing rings. */
    Duration pause() {
        Duration base = pace.multipliedBy(1L << troubles);
        Duration most = LONGEST.compareTo(pace) < 0 ? pace : LONGEST;
        Duration bounded = base.compareTo(most) > 0 ? most : base;
        Duration drawn = bounded.plusMillis((long) (bounded.toMillis() * random.getAsDouble()));
        return drawn.compareTo(least()) < 0 ? least() : drawn;
    }

    /** How long to wait whatever rings: nobody outside may make us hammer the upstream. */
    Duration least() {
        Duration asked = told;
        return asked == null || asked.compareTo(floor) < 0 ? floor : asked;
    }
}
