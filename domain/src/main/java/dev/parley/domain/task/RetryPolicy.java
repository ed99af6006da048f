package dev.parley.domain.task;

import java.time.Duration;

/**
 * How often a task is attempted, and how long it waits in between.
 *
 * @param attemptsMax at least 1
 * @param pause longest wait before the second attempt, at most a day; doubles with each one after
 * @param elsewhere whether there is a provider who has not been asked yet: then there is nothing to wait for
 * @param onUnknown what follows an attempt of which nobody knows whether the provider rendered it, and was paid
 */
public record RetryPolicy(int attemptsMax, Duration pause, boolean elsewhere, OnUnknown onUnknown) {

    /** Whoever asks for a longer wait is not waited for: the caller's credits would lie idle all that time. */
    static final Duration WAIT_MAX = Duration.ofDays(1);

    /** A live stream has a second attempt only while its caller has heard nothing: that cannot be taken back. */
    private static final int LIVE_ATTEMPTS_MAX = 2;

    private static final int DOUBLINGS_MAX = 10;

    /** An unknown outcome is never simply tried again: each try may be a second paid rendering. */
    public enum OnUnknown {
        /** Once in a task's life: the caller gets the audio, the operator may pay for two renderings. */
        REDISPATCH_ONCE,
        /** The caller gets the credits back. */
        REFUND
    }

    public RetryPolicy {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("a task is attempted at least once, not " + attemptsMax + " times");
        }
        if (pause.isNegative() || pause.compareTo(WAIT_MAX) > 0) {
            throw new IllegalArgumentException("a pause is between nothing and " + WAIT_MAX + ", not " + pause);
        }
    }

    /** Where there is only one provider. */
    public RetryPolicy(int attemptsMax, Duration pause, OnUnknown onUnknown) {
        this(attemptsMax, pause, false, onUnknown);
    }

    /** Without another attempt: the provider has had all the retries it gets for now. */
    public RetryPolicy exhausted() {
        return new RetryPolicy(1, pause, onUnknown);
    }

    /** The same where so many providers can be asked, of whom so many have been at most. */
    public RetryPolicy among(int providers, int asked) {
        return new RetryPolicy(Math.max(attemptsMax, providers), pause, asked < providers, onUnknown);
    }

    /** The same for a caller who listens. */
    public RetryPolicy live() {
        return new RetryPolicy(Math.min(attemptsMax, LIVE_ATTEMPTS_MAX), Duration.ZERO, elsewhere, onUnknown);
    }

    public RetryPolicy with(OnUnknown other) {
        return new RetryPolicy(attemptsMax, pause, elsewhere, other);
    }

    /**
     * How long to wait after so many attempts.
     *
     * @param jitter from 0 to 1, drawn evenly: callers that failed together must not come back together
     */
    Duration pauseAfter(int attempts, double jitter) {
        long longest =
                pause.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX)).toMillis();
        return Duration.ofMillis((long) (Math.min(longest, WAIT_MAX.toMillis()) * jitter));
    }
}
