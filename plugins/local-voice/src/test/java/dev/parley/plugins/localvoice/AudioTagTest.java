package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.ports.provider.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[laughs] hello there",
                "hello [whispers] there",
                "hello there [laughs harder]",
                "hello[sighs]there",
                "[excited][French accent] hello there"
            })
    void tagsAreNotReadAloud(String tagged) throws ProviderException {
        long plain = Speaking.hear("Aria", "hello there").millis();
        assertThat(Speaking.hear("Aria", tagged).millis()).isCloseTo(plain, within(10L));
    }

    @Test
    void aTurnOfNothingButTagsIsAShortSilence() throws ProviderException {
        var heard = Speaking.hear("Aria", "[laughs] [sighs]");
        assertThat(heard.millis()).isBetween(200L, 1000L);
        assertThat(heard.bytes()).containsOnly(0);
    }

    @Test
    void aBracketThatIsNeverClosedHidesNothing() throws ProviderException {
        assertThat(Speaking.hear("Aria", "hello [ there").millis())
                .isCloseTo(Speaking.hear("Aria", "hello there").millis(), within(200L));
    }

    @Test
    void theCharactersOfATagAreTimedToo() throws ProviderException {
        var segment = Speaking.hear("Aria", "[laughs] hi").segments().getFirst();
        assertThat(segment.characters()).hasSize("[laughs] hi".length());
    }
}
