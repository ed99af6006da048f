package dev.parley.rest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeechMarksTest {

    static Stream<Arguments> marked() {
        return Stream.of(
                arguments("One.[voice:nova]Two.", List.of(turn("One.", "alloy", null), turn("Two.", "nova", null))),
                arguments("[voice: nova ] Two. ", List.of(turn("Two.", "nova", null))),
                arguments("[VOICE:nova]Two.", List.of(turn("Two.", "nova", null))),
                arguments("One. [pause:0.3s] Two.", List.of(turn("One.", "alloy", null), turn("Two.", "alloy", 300L))),
                arguments("[pause:2s]One.", List.of(turn("One.", "alloy", 2000L))),
                arguments(
                        "One.[pause:1s][voice:echo][pause:0.25s]Two.",
                        List.of(turn("One.", "alloy", null), turn("Two.", "echo", 1250L))),
                arguments("[laughs] One.[pause:1s]", List.of(turn("[laughs] One.", "alloy", null))),
                arguments("[voice:echo] [pause:1s]", List.of()));
    }

    @ParameterizedTest
    @MethodSource("marked")
    void marksMakeTurns(String text, List<DraftTurn> turns) {
        assertThat(SpeechMarks.areIn(text)).isTrue();
        assertThat(SpeechMarks.turns(text, "alloy")).isEqualTo(turns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain.",
                "[laughs]",
                "[voice:]",
                "[voice:a[b]",
                "[voice nova]",
                "[pause]",
                "[pause:s]",
                "[pause:1]",
                "[pause:-1s]",
                "[pause:1.2345s]",
                "[pause:99999s]",
                "[pause:1s",
                "voice:nova]"
            })
    void whateverElseIsInBracketsIsText(String text) {
        assertThat(SpeechMarks.areIn(text)).isFalse();
        assertThat(SpeechMarks.turns(text, "alloy")).containsExactly(turn(text, "alloy", null));
    }

    @Test
    void manyHalfMarksAreReadInNoTime() {
        String text = "[voice:".repeat(40_000);
        assertThat(SpeechMarks.turns(text, "alloy")).hasSize(1);
    }

    private static DraftTurn turn(String text, String voice, @Nullable Long pauseMillis) {
        return new DraftTurn(text, voice, pauseMillis == null ? null : Duration.ofMillis(pauseMillis));
    }
}
