package dev.parley.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.task.RetryPolicy.OnUnknown;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "10, PT5120S", "11, PT10240S"})
    void longestPauseDoublesAfterEachAttempt(int attempts, Duration pause) {
        assertThat(policy(20, Duration.ofSeconds(10)).pauseAfter(attempts, 1)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 65, 1000, Integer.MAX_VALUE})
    void pauseStopsGrowingAfterTenDoublings(int attempts) {
        assertThat(policy(Integer.MAX_VALUE, Duration.ofSeconds(10)).pauseAfter(attempts, 1))
                .isEqualTo(Duration.ofSeconds(10_240));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void hasAtLeastOneAttempt(int attemptsMax) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(attemptsMax, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT24H0.001S"})
    void pauseIsBetweenNothingAndADay(Duration pause) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(3, pause));
    }

    @Test
    void liveStreamIsAttemptedTwiceAtMost() {
        assertThat(policy(3, Duration.ZERO).live().attemptsMax()).isEqualTo(2);
        assertThat(policy(1, Duration.ZERO).live().attemptsMax()).isEqualTo(1);
    }

    @Test
    void liveStreamWhoseOutcomeIsUnknownIsSettledByTheSamePolicy() {
        var refunding = policy(3, Duration.ZERO).with(OnUnknown.REFUND);
        assertThat(refunding.live().onUnknown()).isEqualTo(OnUnknown.REFUND);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "0.25, PT5S", "0.5, PT10S", "0.999, PT19.98S", "1, PT20S"})
    void pauseIsThatPartOfTheLongest(double jitter, Duration pause) {
        assertThat(policy(3, Duration.ofSeconds(10)).pauseAfter(2, jitter)).isEqualTo(pause);
    }

    @Property
    void pauseIsNeverNegativeAndNeverLongerThanADay(
            @ForAll @IntRange(min = 1) int attempts,
            @ForAll @LongRange(min = 0, max = 86_400_000) long pauseMillis,
            @ForAll @DoubleRange(min = 0, max = 1) double jitter) {
        assertThat(policy(1, Duration.ofMillis(pauseMillis)).pauseAfter(attempts, jitter))
                .isBetween(Duration.ZERO, RetryPolicy.WAIT_MAX);
    }

    @Test
    void exhaustedPolicyHasOneAttemptAndTheSameAnswerToTheUnknown() {
        assertThat(policy(5, Duration.ofSeconds(10)).exhausted())
                .isEqualTo(new RetryPolicy(1, Duration.ofSeconds(10), OnUnknown.REDISPATCH_ONCE));
    }

    @Test
    void answerToTheUnknownIsChangedAlone() {
        assertThat(policy(5, Duration.ofSeconds(10)).with(OnUnknown.REFUND))
                .isEqualTo(new RetryPolicy(5, Duration.ofSeconds(10), OnUnknown.REFUND));
    }

    private static RetryPolicy policy(int attemptsMax, Duration pause) {
        return new RetryPolicy(attemptsMax, pause, OnUnknown.REDISPATCH_ONCE);
    }
}
