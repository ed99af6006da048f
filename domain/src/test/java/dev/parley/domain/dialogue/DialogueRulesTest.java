package dev.parley.domain.dialogue;

import static dev.parley.domain.dialogue.DialogueDrafts.VOICES;
import static dev.parley.domain.dialogue.DialogueDrafts.pausing;
import static dev.parley.domain.dialogue.DialogueDrafts.saying;
import static dev.parley.domain.dialogue.DialogueDrafts.spokenBy;
import static dev.parley.domain.dialogue.DialogueDrafts.spokenByDistinct;
import static dev.parley.domain.dialogue.StabilityRule.RANGE;
import static dev.parley.domain.dialogue.StabilityRule.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.refusal.Refusal.Invalid;
import dev.parley.domain.refusal.Refusal.Unavailable;
import dev.parley.domain.refusal.Refused;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueRulesTest {
    private static final DialogueRules RULES = DialogueRules.DEFAULT;
    private static final String HALF_A_PAIR = "must be well-formed Unicode: there is half a surrogate pair at index ";
    private static final String CONTROL = "must not hold control characters: there is ";

    static Stream<Arguments> wrongDialogues() {
        return Stream.of(
                arguments("no turn", saying(), "dialogue", "must have at least one turn."),
                arguments(
                        "11 voices",
                        spokenByDistinct(11),
                        "dialogue",
                        "uses 11 distinct voices; this model takes at most 10."),
                arguments(
                        "5,001 characters in one turn",
                        saying("a".repeat(5001)),
                        "dialogue",
                        "has 5001 characters in total; this model takes at most 5000. Split it into several requests."),
                arguments(
                        "6,000 characters over two turns",
                        saying("a".repeat(3000), "b".repeat(3000)),
                        "dialogue",
                        "has 6000 characters in total; this model takes at most 5000. Split it into several requests."),
                arguments(
                        "121 seconds of silence",
                        pausing(60, 61),
                        "dialogue",
                        "must have pauses of at most 120 seconds in total."),
                arguments("unknown voice", spokenBy("v0", "nobody"), "dialogue[1].voice", "must name a known voice."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDialogues")
    void refusalNamesTheFieldAndTheNumbers(String what, DialogueDraft draft, String field, String message) {
        assertThat(refusal(RULES, draft)).as(what).isEqualTo(new Invalid(field, message));
    }

    static Stream<Arguments> wrongTexts() {
        return Stream.of(
                arguments("empty", "", "must not be blank."),
                arguments("space", " ", "must not be blank."),
                arguments("white space", " \t\r\n\u2003\u3000", "must not be blank."),
                arguments("zero-width characters", "\u200b\u200d\ufeff", "must not be blank."),
                arguments("no-break spaces", "\u00a0\u2007\u202f", "must not be blank."),
                arguments("high surrogate", "ab\ud83d", HALF_A_PAIR + "2."),
                arguments("high surrogate and letter", "a\ud83db", HALF_A_PAIR + "1."),
                arguments("low surrogate", "\ude00", HALF_A_PAIR + "0."),
                arguments("reversed pair", "a\ude00\ud83d", HALF_A_PAIR + "1."),
                arguments("low surrogate after a pair", "\ud83d\ude00\ude00", HALF_A_PAIR + "2."),
                arguments("control", "a\u0001", CONTROL + "U+0001 at index 1."),
                arguments("null", "\u0000a", CONTROL + "U+0000 at index 0."),
                arguments("vertical tab", "a\u000bb", CONTROL + "U+000B at index 1."),
                arguments("form feed", "a\fb", CONTROL + "U+000C at index 1."),
                arguments("escape after a pair", "\ud83d\ude00\u001b[0m", CONTROL + "U+001B at index 2."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTexts")
    void refusalOfATextNamesItsTurn(String what, String text, String message) {
        assertThat(refusal(RULES, saying("Fine.", text))).as(what).isEqualTo(new Invalid("dialogue[1].text", message));
    }

    @Test
    void everyControlCharacterButTabAndLineEndsIsRefused() {
        var taken = Stream.iterate(0, code -> code < 0x20, code -> code + 1)
                .filter(code -> accepts(RULES, saying("a" + Character.toString(code) + "b")));
        assertThat(taken).containsExactly((int) '\t', (int) '\n', (int) '\r');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\tb\r\nc", "[laughs] Ha!", "\u00a0a", "e\u0301", "\ud83d\ude00", "\u007f", "\udbff\udfff"})
    void textIsKeptExactlyAsSent(String text) {
        assertThat(RULES.accept(saying(text), VOICES).turns())
                .containsExactly(new Turn(text, new VoiceRef("local", "v0")));
    }

    static Stream<Arguments> greatestDialogues() {
        return Stream.of(
                arguments("10 voices", spokenByDistinct(10)),
                arguments("5,000 characters", saying("a".repeat(5000))),
                arguments("5,000 characters that are 10,000 chars", saying("\ud83d\ude00".repeat(5000))),
                arguments("5,000 turns", saying("a".repeat(5000).split(""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("greatestDialogues")
    void limitsThemselvesAreAllowed(String what, DialogueDraft draft) {
        assertThat(accepts(RULES, draft)).as(what).isTrue();
    }

    @Test
    void twoNamesOfOneVoiceCountOnce() {
        var rules = new DialogueRules(1, 100, STEPS);
        assertThat(rules.accept(spokenBy("v0", "also-v0"), VOICES).voices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "1, 1"})
    void stepsAreTaken(double asked, double taken) {
        assertThat(settings(STEPS, asked).stability()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.49999999", "1.0E-9", "-0.5", "1.5", "2.0", "NaN", "Infinity", "-Infinity"})
    void stabilityBetweenTheStepsIsRefused(String value) {
        assertThat(refusal(new DialogueRules(10, 5000, STEPS), stable(Double.parseDouble(value))))
                .isEqualTo(new Invalid("stability", "must be one of 0, 0.5, 1, not " + value + "."));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.3, 0.3", "1, 1"})
    void rangeIsTaken(double asked, double taken) {
        assertThat(settings(RANGE, asked).stability()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.0E-9", "-1.0", "1.0000001", "NaN", "Infinity", "-Infinity"})
    void stabilityOutsideTheRangeIsRefused(String value) {
        assertThat(refusal(new DialogueRules(10, 5000, RANGE), stable(Double.parseDouble(value))))
                .isEqualTo(new Invalid("stability", "must be a number from 0 to 1, not " + value + "."));
    }

    @ParameterizedTest
    @EnumSource
    void minusZeroIsTakenAsZero(StabilityRule rule) {
        assertThat(settings(rule, -0.0)).isEqualTo(new DialogueSettings(0.0, LanguageCode.AUTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EN", "xx", "en-GB", "AUTO"})
    void unknownLanguageIsRefusedWithTheKnownOnes(String code) {
        var invalid = (Invalid) refusal(RULES, new DialogueDraft(saying("Hi").turns(), null, code));
        assertThat(invalid.field()).isEqualTo("language_code");
        assertThat(invalid.message())
                .startsWith("must be auto or one of: af, ar, ")
                .endsWith(", vi, cy.");
    }

    @Test
    void namedLanguageIsTaken() {
        var draft = new DialogueDraft(saying("Salut").turns(), null, "fr");
        assertThat(RULES.accept(draft, VOICES).settings().language()).isEqualTo(new LanguageCode("fr"));
    }

    @Test
    void defaultsAreHalfStabilityAndDetectedLanguage() {
        assertThat(RULES.accept(saying("Hi"), VOICES).settings())
                .isEqualTo(new DialogueSettings(0.5, LanguageCode.AUTO));
    }

    @Test
    void defaultLimitsAreTenVoicesAndFiveThousandCharactersInSteps() {
        assertThat(RULES).isEqualTo(new DialogueRules(10, 5000, STEPS));
    }

    @Test
    void voiceIsChosenWhereNoneIsNamed() {
        var draft = new DialogueDraft(List.of(new DraftTurn("Hi", null)), null, null);
        assertThat(RULES.accept(draft, VOICES).voices()).containsExactly(new VoiceRef("local", "chosen"));
    }

    @Test
    void finderMayRefuseInItsOwnWords() {
        var refusal = new Unavailable("No voice today.", Duration.ofSeconds(5));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RULES.accept(saying("Hi"), (_, _) -> {
                    throw new Refused(refusal);
                }))
                .satisfies(refused -> assertThat(refused.refusal()).isSameAs(refusal));
    }

    private static DialogueDraft stable(double stability) {
        return new DialogueDraft(saying("Hi").turns(), stability, null);
    }

    private static DialogueSettings settings(StabilityRule rule, double stability) {
        return new DialogueRules(10, 5000, rule)
                .accept(stable(stability), VOICES)
                .settings();
    }

    private static boolean accepts(DialogueRules rules, DialogueDraft draft) {
        try {
            rules.accept(draft, VOICES);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static Object refusal(DialogueRules rules, DialogueDraft draft) {
        try {
            return rules.accept(draft, VOICES);
        } catch (Refused refused) {
            return refused.refusal();
        }
    }
}
