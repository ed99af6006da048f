package dev.parley.domain.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCodeTest {

    /** The published list, in its own order. */
    private static final List<String> PUBLISHED = List.of(
            "af", "ar", "hy", "as", "az", "be", "bn", "bs", "bg", "ca", "ceb", "ny", "hr", "cs", "da", "nl", "en", "et",
            "fil", "fi", "fr", "gl", "ka", "de", "el", "gu", "ha", "he", "hi", "hu", "is", "id", "ga", "it", "ja", "jv",
            "kn", "kk", "ky", "ko", "lv", "ln", "lt", "lb", "mk", "ms", "ml", "zh", "mr", "ne", "no", "ps", "fa", "pl",
            "pt", "pa", "ro", "ru", "sr", "sd", "sk", "sl", "so", "es", "sw", "sv", "ta", "te", "th", "tr", "uk", "ur",
            "vi", "cy");

    @Test
    void spokenAreExactlyThePublished74() {
        assertThat(LanguageCode.spoken()).hasSize(74).containsExactlyElementsOf(PUBLISHED);
    }

    @ParameterizedTest
    @FieldSource("PUBLISHED")
    void spokenCodeIsParsed(String code) {
        assertThat(LanguageCode.parse(code)).contains(new LanguageCode(code));
    }

    @Test
    void autoIsParsedButNotSpoken() {
        assertThat(LanguageCode.parse("auto")).contains(LanguageCode.AUTO);
        assertThat(LanguageCode.spoken()).doesNotContain("auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "EN", "En", " en", "en ", "en-GB", "eng", "english", "AUTO", "Auto", "xx", "eo"})
    void anythingElseIsUnknown(String code) {
        assertThat(LanguageCode.parse(code)).isEmpty();
    }

    @Property
    void onlyAListedCodeIsKnown(@ForAll @AlphaChars @StringLength(min = 1, max = 4) String code) {
        boolean listed = code.equals("auto") || PUBLISHED.contains(code);
        assertThat(LanguageCode.parse(code).isPresent()).isEqualTo(listed);
    }

    @Test
    void printsItsCode() {
        assertThat(new LanguageCode("ceb")).hasToString("ceb");
    }
}
