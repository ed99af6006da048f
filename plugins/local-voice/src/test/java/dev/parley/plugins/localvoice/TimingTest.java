package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.dialogue.Turn;
import dev.parley.plugins.localvoice.Speaking.Heard;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Energy in the audio against the times that were told. */
class TimingTest {

    private static final long TOLERANCE_MILLIS = 30;

    private static final double SILENT_RMS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"Adam", "Aria", "Elli", "Antoni"})
    void speechBeginsAndEndsWhenItsSegmentSays(String voice) throws ProviderException {
        var heard = Speaking.hear(Speaking.dialogue(
                Speaking.turn(voice, "Good morning! How are you today? I am well."),
                Speaking.turn("Sam", "[yawns] \"Tired\", to be honest..."),
                Speaking.turn(voice, "Mr. Smith bought 12 apples, and then he went home.")));
        assertThat(heard.segments()).hasSize(5).allSatisfy(segment -> {
            assertThat(segment.startMillis()).isCloseTo(soundFrom(heard, segment), within(TOLERANCE_MILLIS));
            assertThat(segment.endMillis()).isCloseTo(soundUntil(heard, segment), within(TOLERANCE_MILLIS));
        });
    }

    @Test
    void turnsAreThreeTenthsOfASecondApart() throws ProviderException {
        var heard = Speaking.hear(Speaking.dialogue(Speaking.turn("Sam", "Hello."), Speaking.turn("Aria", "Hi.")));
        long gap =
                heard.segments().get(1).startMillis() - heard.segments().get(0).endMillis();
        assertThat(gap).isBetween(290L, 360L);
    }

    @Test
    void pauseThatWasAskedForIsKept() throws ProviderException {
        var second = Speaking.turn("Sam", "World.");
        var paused = new Turn(second.text(), second.voice(), Duration.ofMillis(1500));
        var heard = Speaking.hear(Speaking.dialogue(Speaking.turn("Sam", "Hello."), paused));
        long gap =
                heard.segments().get(1).startMillis() - heard.segments().get(0).endMillis();
        assertThat(gap).isBetween(1490L, 1560L);
    }

    @Test
    void aWordIsTimedWhereItIsSpoken() throws ProviderException {
        String text = "stop, stop";
        var heard = Speaking.hear("George", text);
        var characters = heard.segments().getFirst().characters();
        long pauseFrom = characters.get(3).endMillis();
        long pauseTo = characters.get(6).startMillis();
        assertThat(pauseTo - pauseFrom).isGreaterThan(100);
        assertThat(rms(heard, pauseFrom + 40, pauseTo - 40)).isLessThan(rms(heard, 0, pauseFrom) / 5);
    }

    @Test
    void aCharacterLastsAboutASixteenthOfASecond() throws ProviderException {
        String text = "All happy families are alike; each unhappy family is unhappy in its own way. "
                + "Everything was in confusion in the house.";
        for (Preset preset : Presets.ALL) {
            double millisPerCharacter =
                    (double) Speaking.hear(preset.voice().id(), text).millis() / text.length();
            assertThat(millisPerCharacter).as(preset.voice().name()).isBetween(45.0, 90.0);
        }
    }

    private static long soundFrom(Heard heard, VoiceSegment segment) {
        long from = Math.max(0, segment.startMillis() - 100);
        while (rms(heard, from, from + 5) < SILENT_RMS) {
            from++;
        }
        return from;
    }

    private static long soundUntil(Heard heard, VoiceSegment segment) {
        long until = Math.min(heard.millis(), segment.endMillis() + 100);
        while (rms(heard, until - 5, until) < SILENT_RMS) {
            until--;
        }
        return until;
    }

    private static double rms(Heard heard, long fromMillis, long toMillis) {
        return Acoustics.rms(Arrays.copyOfRange(heard.samples(), (int) fromMillis * 16, (int) toMillis * 16));
    }
}
