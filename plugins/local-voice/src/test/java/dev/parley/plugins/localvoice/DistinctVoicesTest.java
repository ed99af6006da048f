package dev.parley.plugins.localvoice;

import static dev.parley.plugins.localvoice.Acoustics.semitones;
import static dev.parley.plugins.localvoice.Acoustics.timbreDistance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every voice says the same sentence; instruments tell them apart. */
class DistinctVoicesTest {

    static final List<Preset> VOICES = Presets.ALL;

    private static final String SENTENCE =
            "We were away a year ago, when the quick brown fox ran over the lazy old dog.";

    /** Loud vowels, hiss, numbers and shouting. */
    private static final List<String> LOUD = List.of(
            "Boom! Zoom! Aww, no way! Ha ha ha!",
            "She sells sea shells; the ship's shape is as sharp as ice.",
            "Call 555-1234 before 10:15 and pay $12.50, or 100% more.",
            "OH NO, WHY? EVERYBODY RUN AWAY NOW!");

    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    private record Measured(Preset preset, double pitchHz, double[] timbre, double levelDb) {}

    private static final List<Measured> MEASURED = new ArrayList<>();

    @BeforeAll
    static void measure() throws ProviderException {
        for (Preset preset : VOICES) {
            short[] samples = Speaking.hear(preset.voice().id(), SENTENCE).samples();
            MEASURED.add(new Measured(
                    preset, Acoustics.pitchHz(samples), Acoustics.timbre(samples), Acoustics.levelDb(samples)));
        }
    }

    @Test
    void everyPairOfVoicesDiffersInPitchAndTimbre() {
        SoftAssertions.assertSoftly(softly -> {
            for (Measured one : MEASURED) {
                for (Measured other : MEASURED.subList(0, MEASURED.indexOf(one))) {
                    double apart = Math.hypot(
                            semitones(one.pitchHz(), other.pitchHz()), timbreDistance(one.timbre(), other.timbre()));
                    softly.assertThat(apart)
                            .as("%s and %s", name(one), name(other))
                            .isGreaterThan(2);
                }
            }
        });
    }

    @Test
    void everyVoiceHasThePitchThatItIsMeantToHave() {
        assertThat(MEASURED)
                .allSatisfy(voice -> assertThat(semitones(
                                voice.pitchHz(), voice.preset().sound().pitchHz()))
                        .as(name(voice))
                        .isLessThan(2));
    }

    @Test
    void voicesOfWomenLieAboveVoicesOfMen() {
        var women = new DoubleSummaryStatistics();
        var men = new DoubleSummaryStatistics();
        for (Measured voice : MEASURED) {
            Voice described = voice.preset().voice();
            if (described.description().endsWith("woman.")) {
                women.accept(voice.pitchHz());
            } else if (described.description().contains(" man")) {
                men.accept(voice.pitchHz());
            }
        }
        assertThat(women.getMin()).isGreaterThan(men.getMax());
    }

    @Test
    void allVoicesAreEquallyLoud() {
        var levels = MEASURED.stream().mapToDouble(Measured::levelDb).summaryStatistics();
        assertThat(levels.getMax() - levels.getMin()).isLessThan(1.5);
    }

    @ParameterizedTest
    @FieldSource("VOICES")
    void noVoiceClips(Preset preset) throws ProviderException {
        for (String text : LOUD) {
            int peak = 0;
            for (short sample : Speaking.hear(preset.voice().id(), text).samples()) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertThat(peak).as(text).isBetween(8_000, 30_000);
        }
    }

    private static String name(Measured voice) {
        return voice.preset().voice().name();
    }
}
