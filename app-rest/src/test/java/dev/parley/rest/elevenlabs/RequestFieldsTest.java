package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.RenderRequest;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that a client may send is read, whatever it is worth here. */
@Timeout(30)
class RequestFieldsTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("1");
    private final BlockingQueue<RenderRequest> rendered = new ArrayBlockingQueue<>(10);

    @BeforeEach
    void speak() {
        gateway.voices.speak(request -> {
            rendered.add(request);
            return ScriptedAudio.whole("a");
        });
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aDialogueTakesEveryField() {
        var answer =
                Speaking.ask(client, Speaking.DIALOGUE + "?enable_logging=false&output_format=pcm_24000", """
                    {"inputs": %s, "model_id": "eleven_v3", "language_code": "en",
                     "settings": {"stability": 1, "similarity": 0.3},
                     "pronunciation_dictionary_locators": [{"pronunciation_dictionary_id": "p", "version_id": "v"}],
                     "seed": 4294967295, "apply_text_normalization": "off", "use_pvc_as_ivc": true,
                     "previous_text": "before", "future_text": "after",
                     "previous_request_ids": ["a"], "next_request_ids": ["b"],
                     "audio_effects": {"filter_preset_id": "hall", "distance": 1, "environment_id": "e",
                       "background_noise_id": "n", "send_level": 0.5, "pan": 0, "seed": 7}}\
                    """.formatted(
                                Speaking.TURNS));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var request = (DialogueRequest) rendered.remove();
        assertThat(request.dialogue().settings().stability()).isEqualTo(1);
        assertThat(request.dialogue().settings().language()).isEqualTo(new LanguageCode("en"));
        assertThat(request.options().seed()).isEqualTo(4_294_967_295L);
        // The fake takes a seed only: all else was read and left out, each with its name.
        assertThat(String.join("\n", answer.headers("Parley-Warning")))
                .contains("similarity_boost", "pronunciation_dictionary_locators", "apply_text_normalization")
                .contains("use_pvc_as_ivc", "previous_text", "next_text", "previous_request_ids")
                .contains("next_request_ids");
        assertThat(answer.headers("Parley-Warning")).noneMatch(warning -> warning.contains("not a known field"));
    }

    @Test
    void speechTakesEveryField() {
        var answer = Speaking.ask(client, Speaking.SPEECH + "?optimize_streaming_latency=3&enable_logging=true", """
            {"text": "Hi.", "model_id": "eleven_multilingual_v2", "language_code": "en",
             "voice_settings": {"stability": 0.3, "similarity_boost": 0.4, "style": 0.1, "use_speaker_boost": false,
               "speed": 1.1},
             "pronunciation_dictionary_locators": [], "seed": 1, "previous_text": "before", "next_text": "after",
             "previous_request_ids": [], "next_request_ids": [], "use_pvc_as_ivc": false,
             "apply_text_normalization": "auto", "apply_language_text_normalization": true}\
            """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var request = (SpeechRequest) rendered.remove();
        assertThat(request.settings().stability()).isEqualTo(0.3);
        assertThat(String.join("\n", answer.headers("Parley-Warning")))
                .contains("style", "use_speaker_boost", "speed", "optimize_streaming_latency")
                .contains("apply_language_text_normalization", "next_text")
                .doesNotContain("enable_logging", "use_pvc_as_ivc", "apply_text_normalization", "request_ids");
    }

    @Test
    void explicitNullsAreNothing() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE, """
            {"inputs": %s, "model_id": null, "language_code": null, "settings": null,
             "pronunciation_dictionary_locators": null, "seed": null, "apply_text_normalization": null,
             "use_pvc_as_ivc": null, "previous_text": null, "future_text": null, "previous_request_ids": null,
             "next_request_ids": null, "audio_effects": null}\
            """.formatted(Speaking.TURNS));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning")).isEmpty();
    }

    @Test
    void nullsWithinSettingsAreNothing() {
        var answer = Speaking.ask(client, Speaking.SPEECH, """
            {"text": "Hi.", "voice_settings": {"stability": null, "similarity_boost": null, "style": null,
             "use_speaker_boost": null, "speed": null}}\
            """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning")).isEmpty();
    }

    @Test
    void unknownFieldsAreIgnoredAndTold() {
        var answer = Speaking.ask(client, Speaking.DIALOGUE, "{\"inputs\":" + Speaking.TURNS + ",\"mood\":1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning")).containsExactly("'mood' is not a known field: it was ignored.");
    }

    @Test
    void whoWantsThemRefusedSaysSo() {
        var answer = Speaking.ask(
                client,
                Speaking.DIALOGUE,
                "{\"inputs\":" + Speaking.TURNS + ",\"mood\":1}",
                "Prefer",
                "handling=strict");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.schemaError())
                .isEqualTo("extra_forbidden [\"body\",\"mood\"] Extra inputs are not permitted");
    }

    @Test
    void anUnknownLanguageIsIgnoredAndTold() {
        var answer =
                Speaking.ask(client, Speaking.DIALOGUE, "{\"inputs\":" + Speaking.TURNS + ",\"language_code\":\"xx\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning"))
                .containsExactly("The language_code 'xx' is not known: it was ignored.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, false",
        "/stream, true, false",
        "/with-timestamps, false, true",
        "/stream/with-timestamps, true, true"
    })
    void theProviderLearnsWhatIsWanted(String path, boolean streamed, boolean timings) {
        assertThat(Speaking.ask(client, Speaking.DIALOGUE + path, Speaking.TWO_TURNS)
                        .status())
                .isEqualTo(200);

        assertThat(rendered.remove().delivery()).isEqualTo(new Delivery(streamed, timings));
    }

    @Test
    void eachKindHasItsUsualModel() {
        Answer dialogue = Speaking.ask(client, Speaking.DIALOGUE, Speaking.TWO_TURNS);
        Answer speech = Speaking.ask(client, Speaking.SPEECH, Speaking.ONE_VOICE);

        assertThat(dialogue.status()).isEqualTo(speech.status()).isEqualTo(200);
        assertThat(rendered).extracting(RenderRequest::model).containsExactly("fake-v3", "fake-speech");
    }
}
