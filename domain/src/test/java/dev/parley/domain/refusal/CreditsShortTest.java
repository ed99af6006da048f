package dev.parley.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal.CreditsShort;
import org.junit.jupiter.api.Test;

class CreditsShortTest {

    @Test
    void saysWhatIsNeededAndWhatIsThere() {
        assertThat(new CreditsShort(Credits.ofWhole(28), Credits.parse("1.5")).message())
                .isEqualTo("Your credit balance is too low: this needs 28 credits and 1.5 are available."
                        + " Please top up.");
    }
}
