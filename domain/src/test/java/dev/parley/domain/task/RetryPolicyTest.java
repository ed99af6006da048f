package dev.parley.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "10, PT5120S", "11, PT10240S"})
    void pauseDoublesAfterEachAttempt(int attempts, Duration pause) {
        assertThat(new RetryPolicy(20, Duration.ofSeconds(10)).pauseAfter(attempts))
                .isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 65, 1000, Integer.MAX_VALUE})
    void pauseStopsGrowingAfterTenDoublings(int attempts) {
        assertThat(new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(10)).pauseAfter(attempts))
                .isEqualTo(Duration.ofSeconds(10_240));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void hasAtLeastOneAttempt(int attemptsMax) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(attemptsMax, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT24H0.001S"})
    void pauseIsBetweenNothingAndADay(Duration pause) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, pause));
    }

    @Test
    void liveStreamIsAttemptedOnce() {
        assertThat(RetryPolicy.ONCE.attemptsMax()).isEqualTo(1);
    }
}
