package dev.parley.plugins.localvoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    @Test
    void thereAreAtLeastTwelveVoices() {
        assertThat(Presets.VOICES).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void everyIdHasTheShapeOfElevenLabs() {
        assertThat(Presets.VOICES).extracting(Voice::id).allMatch(id -> id.matches("[A-Za-z0-9]{20}"));
    }

    @Test
    void noTwoVoicesAnswerToTheSameName() {
        List<String> names = new ArrayList<>();
        for (Voice voice : Presets.VOICES) {
            names.add(voice.id().toLowerCase(Locale.ROOT));
            names.add(voice.name().toLowerCase(Locale.ROOT));
            voice.aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
        }
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @ParameterizedTest
    @CsvSource({
        "21m00Tcm4TlvDq8ikWAM, Rachel",
        "AZnzlk1XvdvUeBnXmlld, Domi",
        "EXAVITQu4vr4xnSDxMaL, Bella",
        "ErXwobaYiN019PkySvjV, Antoni",
        "9BWtsMINqrJLrRacOk9x, Aria",
        "aria, Aria",
        "sarah, Bella"
    })
    void wellKnownVoicesOfElevenLabsAreFound(String wanted, String name) throws ProviderException {
        assertThat(Speaking.LOCAL.findVoice(wanted)).hasValueSatisfying(match -> {
            assertThat(match.voice().name()).isEqualTo(name);
            assertThat(match.standIn()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "narrator user assistant host guest",
                "alloy ash ballad coral echo fable nova onyx sage shimmer verse marin cedar"
            })
    void eachNameOfAFamilyHasItsOwnVoice(String family) {
        var voices = List.of(family.split(" ")).stream()
                .map(name -> Presets.find(name).orElseThrow())
                .toList();
        assertThat(voices).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownIdOfElevenLabsGetsAStandInThatNeverChanges() throws ProviderException {
        var match = Speaking.LOCAL.findVoice("Q8mVr2LpXcT4nB6yJdKw").orElseThrow();
        assertThat(match)
                .isEqualTo(new VoiceMatch(Presets.find("River").orElseThrow().voice(), true));
    }

    @Test
    void standInsAreSpreadOverTheVoices() {
        var used = IntStream.range(0, 400)
                .mapToObj(i -> Presets.standIn("%020d".formatted(i * 7919)).orElseThrow())
                .distinct()
                .count();
        assertThat(used).isEqualTo(Presets.ALL.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "21m00Tcm4TlvDq8ikWA", "21m00Tcm4TlvDq8ikWAMx", "21m00Tcm4TlvDq8ikWA-"})
    void anyOtherUnknownNameIsNotFound(String name) throws ProviderException {
        assertThat(Speaking.LOCAL.findVoice(name)).isEmpty();
    }
}
