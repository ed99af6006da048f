package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.elevenlabs.Piece.Alignment;
import dev.parley.adapters.elevenlabs.Piece.Timing;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ends are believed. */
class WholenessTest {

    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog."; // 35 letters

    /** Columns: text, milliseconds of audio, whether that is believed to be all of it. */
    @ParameterizedTest
    @CsvSource({
        SENTENCE + ", 2700, true", // usual speech
        SENTENCE + ", 1500, true", // an auctioneer
        SENTENCE + ", 700, false",
        SENTENCE + ", 0, false",
        "[laughs harder] [whispers], 300, true",
        "[laughs harder] Hm., 100, true",
        "... !!!, 40, true",
        "<break time=\"3.0s\"/> Hm., 100, true",
        "你好你好你好你好你好, 300, true",
        "[unclosed and spoken then, 100, false"
    })
    void withoutTimingsTheLengthMustBePossible(String text, long millis, boolean believed) {
        check(text, "", millis, believed);
    }

    /** Columns: how much of the sentence the timings reach, at 60 ms each; milliseconds of audio; believed. */
    @ParameterizedTest
    @CsvSource({
        "44, 2640, true",
        "43, 2600, true", // only the full stop is missing
        "41, 2480, true", // two letters may hide in the last frame
        "38, 2280, false", // cut off after timings and audio alike
        "22, 1320, false",
        "22, 2640, true", // the timings end early, the audio does not
        "44, 2000, true", // less than a second less than told
        "44, 1320, false", // told in advance, never sent
        "0, 300, false"
    })
    void withTimingsTheLastLetterMustBeReached(int reached, long millis, boolean believed) {
        check(SENTENCE, SENTENCE.substring(0, reached), millis, believed);
    }

    @Test
    void aTagAtTheEndNeedNotBeReached() {
        check("Well. [sighs deeply]", "Well.", 320, true);
    }

    private static void check(String text, String timed, long millis, boolean believed) {
        var spoken = new SpokenText(List.of(new Turn(text, new VoiceRef("elevenlabs", "v"))));
        var timeline = new Timeline(spoken);
        if (!timed.isEmpty()) {
            var _ = timeline.accept(timing(timed), 0);
        }
        var wholeness = new Wholeness(spoken, timeline);
        if (believed) {
            assertThatCode(() -> wholeness.check(millis)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> wholeness.check(millis)).isInstanceOf(BadAudioException.class);
        }
    }

    private static Timing timing(String text) {
        double[] starts = new double[text.length()];
        Arrays.setAll(starts, i -> i * 0.06);
        double[] ends = new double[text.length()];
        Arrays.setAll(ends, i -> (i + 1) * 0.06);
        return new Timing(
                new Alignment(text.chars().mapToObj(Character::toString).toList(), starts, ends), List.of());
    }
}
