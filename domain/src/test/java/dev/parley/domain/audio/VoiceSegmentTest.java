package dev.parley.domain.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceSegmentTest {
    private static final List<CharacterTime> TIMES = List.of(new CharacterTime(100, 180), new CharacterTime(180, 250));

    @Test
    void lastsFromItsFirstCharacterToItsLast() {
        var segment = new VoiceSegment(0, 0, TIMES);
        assertThat(List.of(segment.startMillis(), segment.endMillis())).containsExactly(100L, 250L);
    }

    @Test
    void laterMovesEveryCharacterAndNothingElse() {
        assertThat(new VoiceSegment(2, 5, TIMES).later(1000))
                .isEqualTo(
                        new VoiceSegment(2, 5, List.of(new CharacterTime(1100, 1180), new CharacterTime(1180, 1250))));
    }

    @Test
    void coversAtLeastOneCharacter() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VoiceSegment(0, 0, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1"})
    void refusesIndexesBeforeTheFirst(int turn, int firstCharacter) {
        assertThatIllegalArgumentException().isThrownBy(() -> new VoiceSegment(turn, firstCharacter, TIMES));
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void characterIsNeverHeardBackwards(long startMillis, long endMillis) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CharacterTime(startMillis, endMillis));
    }
}
