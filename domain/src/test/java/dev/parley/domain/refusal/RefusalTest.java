package dev.parley.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal.CreditsShort;
import dev.parley.domain.refusal.Refusal.SpendLimitReached;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @Test
    void shortBalanceSaysWhatIsNeededAndWhatIsThere() {
        assertThat(new CreditsShort(Credits.ofWhole(28), Credits.parse("1.5")).message())
                .isEqualTo("Your credit balance is too low: this needs 28 credits and 1.5 are available."
                        + " Please top up.");
    }

    @ParameterizedTest
    @CsvSource({"HOUR, hourly", "DAY, daily", "TOTAL, total"})
    void spendLimitSaysWhichAndHowMuch(SpendSpan span, String name) {
        assertThat(new SpendLimitReached(span, Credits.parse("2.5"), Duration.ofMinutes(5)).message())
                .isEqualTo("The key's " + name + " spend limit of 2.5 credits does not cover this.");
    }

    @Test
    void refusalIsThrownWithItsMessage() {
        assertThat(new Refused(new SpendLimitReached(SpendSpan.TOTAL, Credits.NONE, null)))
                .hasMessage("The key's total spend limit of 0 credits does not cover this.");
    }
}
