package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import java.util.List;

/** Whether timings keep P9. */
final class SegmentCheck {

    /** What a codec's padding or a decoder's delay may explain. */
    private static final long TOLERANCE_MILLIS = 150;

    private SegmentCheck() {}

    static void neverGoBack(List<VoiceSegment> segments) {
        CharacterTime before = new CharacterTime(0, 0);
        for (VoiceSegment segment : segments) {
            for (CharacterTime time : segment.characters()) {
                assertThat(time.startMillis())
                        .as("start of a character in %s", segment)
                        .isGreaterThanOrEqualTo(before.startMillis());
                assertThat(time.endMillis())
                        .as("end of a character in %s", segment)
                        .isGreaterThanOrEqualTo(before.endMillis());
                before = time;
            }
        }
    }

    static void coverEveryCharacterOnce(List<VoiceSegment> segments, List<String> texts) {
        int[] covered = new int[texts.size()];
        int turn = 0;
        for (VoiceSegment segment : segments) {
            assertThat(segment.turn()).as("turn of %s", segment).isBetween(turn, texts.size() - 1);
            turn = segment.turn();
            assertThat(segment.firstCharacter())
                    .as("first character of %s", segment)
                    .isEqualTo(covered[turn]);
            covered[turn] += segment.characters().size();
        }
        int[] wanted = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .toArray();
        assertThat(covered).as("code points that have a time, by turn").isEqualTo(wanted);
    }

    static void endWithinTheAudio(List<VoiceSegment> segments, long audioMillis) {
        assertThat(segments.getLast().endMillis())
                .as("end of the last character, in %d ms of audio", audioMillis)
                .isLessThanOrEqualTo(audioMillis + TOLERANCE_MILLIS);
    }
}
