package dev.parley.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a receiver that has not taken the news is told again: ten attempts over about 76 hours. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration ASKED_MAX = Duration.ofHours(24);
    private static final double SPREAD = 0.2;

    private RetrySchedule() {}

    /**
     * How long to wait; empty after the last attempt.
     *
     * @param tries that have been made, at least 1
     * @param asked by the receiver: it is left alone at least so long, but no longer than a day
     * @param jitter from 0 to 1, drawn evenly: what failed together must not come back together
     */
    static Optional<Duration> pauseAfter(int tries, @Nullable Duration asked, double jitter) {
        if (tries > PAUSES.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * jitter;
        var pause = Duration.ofMillis(Math.round(PAUSES.get(tries - 1).toMillis() * factor));
        return Optional.of(asked == null ? pause : longer(pause, shorter(asked, ASKED_MAX)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
