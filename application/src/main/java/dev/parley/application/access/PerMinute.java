package dev.parley.application.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.util.OptionalLong;

/** So many a minute: all of them at once where none was taken lately, and then evenly. For one thread at a time. */
final class PerMinute {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Bucket bucket;
    private int rate;

    PerMinute(int rate, TimeMeter time) {
        this.rate = rate;
        this.bucket = Bucket.builder()
                .addLimit(bandwidth(rate))
                .withCustomTimePrecision(time)
                .withSynchronizationStrategy(SynchronizationStrategy.NONE)
                .build();
    }

    int rate() {
        return rate;
    }

    /** What is left stays the same part of the whole. */
    void change(int next) {
        if (next != rate) {
            rate = next;
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(bandwidth(next)).build(),
                    TokensInheritanceStrategy.PROPORTIONALLY);
        }
    }

    /** Takes one. */
    Taken take() {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Taken(standing(), OptionalLong.empty())
                : new Taken(standing(), OptionalLong.of(probe.getNanosToWaitForRefill()));
    }

    /**
     * What became of it.
     *
     * @param waitNanos after which there is one to take, where there was none
     */
    record Taken(Standing standing, OptionalLong waitNanos) {}

    void giveBack() {
        bucket.addTokens(1);
    }

    Standing standing() {
        long remaining = bucket.getAvailableTokens();
        return new Standing(rate, remaining, Duration.ofNanos(remaining == 0 ? nextNanos() : fullNanos()));
    }

    boolean isFull() {
        return bucket.getAvailableTokens() >= rate;
    }

    private long nextNanos() {
        return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    private long fullNanos() {
        return bucket.estimateAbilityToConsume(rate).getNanosToWaitForRefill();
    }

    /** Each one takes a whole number of nanoseconds to come back: else the wait that is told would be a fraction short. */
    private static Bandwidth bandwidth(int rate) {
        var each = Duration.ofNanos(Math.ceilDiv(WINDOW.toNanos(), rate));
        return Bandwidth.builder()
                .capacity(rate)
                .refillGreedy(rate, each.multipliedBy(rate))
                .build();
    }
}
