package dev.parley.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.Caller;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever the callers do, and whenever. */
class CallRateProperties {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2028-02-29T23:59:59.999Z");

    @Property(tries = 10_000)
    void noWindowHasMoreThanTheRateAndOneBurst(
            @ForAll @IntRange(min = 1, max = 40) int rate,
            @ForAll @Size(max = 150) List<@LongRange(min = 0, max = 5_000_000_000L) Long> pauseNanos) {
        var limits = new CallLimits(() -> now);
        List<Instant> admitted = new ArrayList<>();
        for (long pause : pauseNanos) {
            now = now.plusNanos(pause);
            if (refusal(limits, rate).isEmpty()) {
                admitted.add(now);
            }
        }

        for (int first = 0, last = 0; last < admitted.size(); last++) {
            while (!admitted.get(first).plus(WINDOW).isAfter(admitted.get(last))) {
                first++;
            }
            assertThat(last - first + 1).isLessThanOrEqualTo(2 * rate);
        }
    }

    @Property(tries = 10_000)
    void whoComesBackWhenToldToIsLetIn(
            @ForAll @IntRange(min = 1, max = 1_000) int rate,
            @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 3_000_000_000L) Long> pauseNanos) {
        var limits = new CallLimits(() -> now);
        for (int i = 0; i < rate; i++) {
            refusal(limits, rate);
        }
        for (long pause : pauseNanos) {
            now = now.plusNanos(pause);
            var refusal = refusal(limits, rate);
            if (refusal.isPresent()) {
                now = now.plus(refusal.get().retryAfter());
                assertThat(refusal(limits, rate)).isEmpty();
            }
        }
    }

    @Property(tries = 10_000)
    void noChangeOfTheRateMakesMoreThanTheHighestOne(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 30) Integer> rates,
            @ForAll @LongRange(min = 0, max = 500_000_000L) long pauseNanos) {
        var limits = new CallLimits(() -> now);
        int admitted = 0;
        for (int rate : rates) {
            now = now.plusNanos(pauseNanos);
            admitted += refusal(limits, rate).isEmpty() ? 1 : 0;
        }

        int highest = rates.stream().mapToInt(rate -> rate).max().orElse(0);
        assertThat(admitted).isLessThanOrEqualTo(2 * highest);
    }

    private static Optional<Refusal.TooMany> refusal(CallLimits limits, int rate) {
        try {
            limits.enter(new Caller("acc_1", "key_1", new KeyLimits(List.of(), Set.of(), rate, null, SpendLimits.NONE)))
                    .close();
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of((Refusal.TooMany) e.refusal());
        }
    }
}
