package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.ports.provider.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechSettingsTest {

    private static final String TEXT = "Whatever you do, do it with all your heart and all your mind";

    @ParameterizedTest
    @CsvSource({"0.7, 0.7", "1.2, 1.2", "2, 2", "9, 2", "0.1, 0.5"})
    void speedShortensSpeechWithinBounds(double speed, double effect) throws ProviderException {
        double plain = spoken(0.5, 1).length;
        assertThat(plain / spoken(0.5, speed).length).isCloseTo(effect, within(0.05 * effect));
    }

    @Test
    void lowStabilityWidensThePitchRange() {
        var sound = new Sound(120, 0.1, 1, 1);
        assertThat(sound.spoken(0, 1).rangeHz()).isCloseTo(19.2f, within(0.01f));
        assertThat(sound.spoken(0.5, 1).rangeHz()).isCloseTo(12, within(0.01f));
        assertThat(sound.spoken(1, 1).rangeHz()).isCloseTo(4.8f, within(0.01f));
    }

    @Test
    void stabilityIsHeard() throws ProviderException {
        assertThat(spoken(0, 1)).isNotEqualTo(spoken(1, 1));
    }

    private static short[] spoken(double stability, double speed) throws ProviderException {
        var settings = new SpeechSettings(stability, null, null, null, speed, LanguageCode.AUTO);
        return Speaking.hear(Speaking.speech(Speaking.turn("Antoni", TEXT), settings))
                .samples();
    }
}
