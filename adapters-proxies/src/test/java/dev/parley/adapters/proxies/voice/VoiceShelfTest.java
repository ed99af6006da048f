package dev.parley.adapters.proxies.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.Voice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoiceShelfTest {

    @ParameterizedTest
    @ValueSource(strings = {"Aria", "Domi", "Bella", "Rachel", "Antoni"})
    void documentedPresetIsSentByItsName(String name) {
        assertThat(sent(VoiceShelf.byNames(Map.of()), name.toUpperCase(Locale.ROOT)))
                .isEqualTo(name);
    }

    @Test
    void elevenLabsIdBecomesTheNameWhereOnlyNamesAreTaken() {
        assertThat(sent(VoiceShelf.byNames(Map.of()), "21m00Tcm4TlvDq8ikWAM")).isEqualTo("Rachel");
    }

    @Test
    void nameBecomesTheIdWhereIdsAreTaken() {
        assertThat(sent(VoiceShelf.byIds(Map.of()), "rachel")).isEqualTo("21m00Tcm4TlvDq8ikWAM");
    }

    @Test
    void formerNameOfAVoiceStillFindsIt() {
        assertThat(sent(VoiceShelf.byIds(Map.of()), "Bella")).isEqualTo(sent(VoiceShelf.byIds(Map.of()), "Sarah"));
    }

    @Test
    void operatorsVoiceTakesThePlaceOfAPreset() {
        assertThat(sent(VoiceShelf.byIds(Map.of("Rachel", "aaaaaaaaaaaaaaaaaaaa")), "rachel"))
                .isEqualTo("aaaaaaaaaaaaaaaaaaaa");
    }

    @Test
    void operatorMayNameAPresetAnew() {
        var shelf = VoiceShelf.byNames(Map.of("Hero", "Adam"));
        assertThat(sent(shelf, "hero")).isEqualTo("Adam");
        assertThat(sent(shelf, "adam")).isEqualTo("Adam");
    }

    private static String sent(List<Voice> shelf, String name) {
        return shelf.stream()
                .filter(voice -> voice.answersTo(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
