package dev.parley.domain.task;

import java.time.Duration;

/**
 * How often a task is attempted, and how long it waits in between.
 *
 * @param attemptsMax at least 1
 * @param pause before the second attempt; doubles with each one after
 */
public record RetryPolicy(int attemptsMax, Duration pause) {

    /** A live stream has one attempt: what the caller has heard cannot be taken back. */
    public static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO);

    private static final int DOUBLINGS_MAX = 10;

    Duration pauseAfter(int attempts) {
        return pause.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
    }
}
