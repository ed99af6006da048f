package dev.parley.adapters.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.AudioEffects;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.PronunciationDictionary;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.Surroundings;
import dev.parley.domain.dialogue.TextNormalization;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Delivery;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent for what was asked: each field by its name, and none that was not asked for. */
class RequestTest {

    private static final Turn TURN = new Turn("Hi.", new VoiceRef("elevenlabs", Studio.RACHEL));
    private static final LanguageCode GERMAN = LanguageCode.parse("de").orElseThrow();

    private static final RenderOptions EVERYTHING = new RenderOptions(
            RenderOptions.SEED_MAX,
            TextNormalization.OFF,
            true,
            new Surroundings("Before.", "After.", List.of("r1"), List.of("r2")),
            List.of(new PronunciationDictionary("d1", "v1"), new PronunciationDictionary("d2", null)),
            true,
            new AudioEffects("phone", 0.5, "hall", "rain", 0.2, -1.0, 7L),
            false,
            3,
            null);

    @Test
    void aPlainSpeechSendsNothingButTextAndModel() {
        assertThat(RequestBody.of(Studio.speech("eleven_flash_v2_5", Delivery.WHOLE, "Hi.")))
                .isEqualTo(json("{'text': 'Hi.', 'model_id': 'eleven_flash_v2_5'}"));
    }

    @Test
    void everythingAskedOfASpeechIsSent() {
        var settings = new SpeechSettings(0.3, 0.8, 0.1, false, 1.1, GERMAN);
        assertThat(json(RequestBody.of(speech("eleven_turbo_v2_5", settings, EVERYTHING))
                        .toString()))
                .isEqualTo(json("""
                    {'text': 'Hi.', 'model_id': 'eleven_turbo_v2_5', 'language_code': 'de', 'seed': 4294967295,
                     'apply_text_normalization': 'off', 'use_pvc_as_ivc': true,
                     'pronunciation_dictionary_locators': [
                       {'pronunciation_dictionary_id': 'd1', 'version_id': 'v1'},
                       {'pronunciation_dictionary_id': 'd2'}],
                     'previous_request_ids': ['r1'], 'next_request_ids': ['r2'],
                     'audio_effects': {'filter_preset_id': 'phone', 'distance': 0.5, 'environment_id': 'hall',
                       'background_noise_id': 'rain', 'send_level': 0.2, 'pan': -1.0, 'seed': 7},
                     'voice_settings': {'stability': 0.3, 'similarity_boost': 0.8, 'style': 0.1,
                       'use_speaker_boost': false, 'speed': 1.1},
                     'apply_language_text_normalization': true,
                     'previous_text': 'Before.', 'next_text': 'After.'}\
                    """));
    }

    @Test
    void aDialogueHasWordsOfItsOwn() {
        var dialogue = new Dialogue(List.of(TURN), new DialogueSettings(1, 0.9, GERMAN));
        var options = RenderOptions.NONE.in(new Surroundings("Before.", "After.", List.of(), List.of()));
        assertThat(RequestBody.of(
                        new DialogueRequest("eleven_v3", dialogue, options, Delivery.WHOLE, AudioFormat.MP3_44100_128)))
                .isEqualTo(json("""
                    {'inputs': [{'text': 'Hi.', 'voice_id': '21m00Tcm4TlvDq8ikWAM'}], 'model_id': 'eleven_v3',
                     'language_code': 'de', 'settings': {'stability': 1.0, 'similarity': 0.9},
                     'previous_text': 'Before.', 'future_text': 'After.'}\
                    """));
    }

    @Test
    void neighboursOfADialogueAreCutToWhatIsTaken() {
        var around = new Surroundings("x".repeat(50) + "😀".repeat(100), "😀".repeat(150), List.of(), List.of());
        var body = RequestBody.of(Studio.dialogue(Delivery.WHOLE, Studio.PCM, RenderOptions.NONE.in(around), "Hi."));
        assertThat(body.path("previous_text").asText()).isEqualTo("😀".repeat(100));
        assertThat(body.path("future_text").asText()).isEqualTo("😀".repeat(100));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.7", "0.7, 0.7", "1, 1", "1.2, 1.2", "4, 1.2"})
    void speedIsSentAsFarAsItIsTaken(double asked, double sent) {
        var settings = new SpeechSettings(null, null, null, null, asked, LanguageCode.AUTO);
        var body = RequestBody.of(speech("eleven_multilingual_v2", settings, RenderOptions.NONE));
        assertThat(body.path("voice_settings").path("speed").asDouble()).isEqualTo(sent);
    }

    @Test
    void aLanguageIsNotToldToWhoFindsItOut() {
        var settings = new SpeechSettings(null, null, null, null, null, GERMAN);
        assertThat(RequestBody.of(speech("eleven_multilingual_v2", settings, RenderOptions.NONE))
                        .has("language_code"))
                .isFalse();
    }

    @Test
    void speechOfV3IsNotToldItsNeighbours() {
        var around = RenderOptions.NONE.in(new Surroundings("Before.", "After.", List.of(), List.of()));
        var body = RequestBody.of(speech("eleven_v3", SpeechSettings.DEFAULT, around));
        assertThat(body.has("previous_text") || body.has("next_text")).isFalse();
    }

    @Test
    void formatLoggingAndLatencyStandInTheQuery() {
        var call = SpokenCall.of(speech("eleven_v3", SpeechSettings.DEFAULT, EVERYTHING), Proof.TIMINGS);
        assertThat(call.target())
                .isEqualTo("/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/with-timestamps"
                        + "?output_format=pcm_8000&enable_logging=false&optimize_streaming_latency=3");
    }

    @Test
    void aVoiceCannotLeaveItsPlaceInThePath() {
        var turn = new Turn("Hi.", new VoiceRef("elevenlabs", "../../user?x=1"));
        var request = new SpeechRequest("eleven_v3", turn, SpeechSettings.DEFAULT, Studio.PCM);
        assertThat(SpokenCall.of(request, Proof.DURATION).target())
                .startsWith("/v1/text-to-speech/..%2F..%2Fuser%3Fx%3D1?");
    }

    @Test
    void theKeyIsSentAndNothingElseTellsIt() {
        try (var studio = new Studio()) {
            studio.hear(Studio.speech("eleven_v3", Delivery.WHOLE, "Hello there."));
            assertThat(studio.upstream.renderings().getFirst().headers().get("xi-api-key"))
                    .isEqualTo("sk_0123456789abcdef0123456789abcdef");
        }
    }

    private static SpeechRequest speech(String model, SpeechSettings settings, RenderOptions options) {
        return new SpeechRequest(model, TURN, settings, options, Delivery.WHOLE, Studio.PCM);
    }

    private static JsonNode json(String quoted) {
        try {
            return new ObjectMapper()
                    .readTree(new ObjectMapper()
                            .readTree(quoted.replace('\'', '"'))
                            .toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
