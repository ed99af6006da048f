package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.StabilityRule;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.ports.provider.Model;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {

    private static final List<Model> MODELS = Models.making(EnumSet.allOf(AudioFormat.class));

    @Test
    void v3SpeaksDialogueInAllItsLanguages() {
        Model v3 = MODELS.getFirst();
        assertThat(v3.kinds()).containsExactlyInAnyOrder(Kind.DIALOGUE, Kind.SPEECH);
        assertThat(v3.languages()).hasSize(75).contains(LanguageCode.AUTO);
        assertThat(((DialogueRules) v3.rules()).stability()).isEqualTo(StabilityRule.STEPS);
        assertThat(v3.formats()).hasSize(21);
        assertThat(v3.options())
                .doesNotContain(
                        RenderOption.PREVIOUS_REQUESTS,
                        RenderOption.NEXT_REQUESTS,
                        RenderOption.STYLE,
                        RenderOption.SPEAKER_BOOST);
    }

    @ParameterizedTest
    @CsvSource({
        "eleven_v3, 5000, 75",
        "eleven_multilingual_v2, 10000, 30",
        "eleven_multilingual_v1, 10000, 10",
        "eleven_flash_v2_5, 40000, 33",
        "eleven_flash_v2, 30000, 2",
        "eleven_turbo_v2_5, 40000, 33",
        "eleven_turbo_v2, 30000, 2"
    })
    void everyModelHasItsLimitsAndLanguages(String name, int characters, int languages) {
        assertThat(MODELS)
                .filteredOn(model -> model.name().equals(name))
                .singleElement()
                .satisfies(model -> {
                    assertThat(((DialogueRules) model.rules()).charactersMax()).isEqualTo(characters);
                    assertThat(model.languages()).hasSize(languages);
                });
    }

    /** Otherwise the built-in voice, which stands for these names, would be asked. */
    @Test
    void everyModelStandsForItsOwnName() {
        assertThat(MODELS).allSatisfy(model -> assertThat(model.standsFor()).contains(model.name()));
    }

    @Test
    void onlyAllowedFormatsAreMade() {
        assertThat(Models.making(EnumSet.of(AudioFormat.PCM_24000)))
                .filteredOn(model -> !model.formats().isEmpty())
                .filteredOn(model -> !model.kinds().contains(Kind.DUBBING))
                .allSatisfy(model -> assertThat(model.formats()).containsExactly(AudioFormat.PCM_24000));
    }

    @ParameterizedTest
    @CsvSource({
        "music_v1, MUSIC, 25",
        "music_v2, MUSIC, 25",
        "music_v2_5, MUSIC, 25",
        "eleven_text_to_sound_v2, SOUND, 21",
        "eleven_multilingual_sts_v2, VOICE_CHANGE, 21",
        "eleven_english_sts_v2, VOICE_CHANGE, 21",
        "stem_separation_v1, STEMS, 21",
        "dubbing_v1, DUBBING, 1",
        "scribe_v1, TRANSCRIPTION, 0",
        "scribe_v2, TRANSCRIPTION, 0",
        "scribe_v2_realtime, TRANSCRIPTION_SESSION, 0",
        "elevenlabs-agents, CONVERSATION, 0"
    })
    void whatDoesNotSpeakStandsAlone(String name, Kind kind, int formats) {
        assertThat(MODELS)
                .filteredOn(model -> model.name().equals(name))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.kinds().stream().filter(made -> !made.isFree()))
                            .containsExactly(kind);
                    assertThat(model.kinds().contains(Kind.MUSIC_PLAN)).isEqualTo(kind == Kind.MUSIC);
                    assertThat(model.formats()).hasSize(formats);
                });
    }

    @Test
    void allButV3SpeakOverConnections() {
        assertThat(MODELS)
                .filteredOn(model -> model.kinds().contains(Kind.SPEECH))
                .allSatisfy(model -> assertThat(model.kinds().contains(Kind.SPEECH_SESSION))
                        .isEqualTo(!model.name().equals(Models.V3)));
    }

    @Test
    void theFirstMusicServesTheNameThatIsResold() {
        assertThat(MODELS)
                .filteredOn(model -> model.standsFor().contains("elevenlabs-music-api-368"))
                .extracting(Model::name)
                .containsExactly("music_v1");
    }
}
