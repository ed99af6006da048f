package dev.parley.domain.task;

import java.time.Duration;

/**
 * How often a task is attempted, and how long it waits in between.
 *
 * @param attemptsMax at least 1
 * @param pause before the second attempt, at most a day; doubles with each one after
 */
public record RetryPolicy(int attemptsMax, Duration pause) {

    /** Whoever asks for a longer wait is not waited for: the caller's credits would lie idle all that time. */
    static final Duration WAIT_MAX = Duration.ofDays(1);

    /** A live stream has one attempt: what the caller has heard cannot be taken back. */
    public static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO);

    private static final int DOUBLINGS_MAX = 10;

    public RetryPolicy {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("a task is attempted at least once, not " + attemptsMax + " times");
        }
        if (pause.isNegative() || pause.compareTo(WAIT_MAX) > 0) {
            throw new IllegalArgumentException("a pause is between nothing and " + WAIT_MAX + ", not " + pause);
        }
    }

    Duration pauseAfter(int attempts) {
        return pause.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    }
}
