package dev.parley.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Voices that callers make, where official clients do not reach; by a key that only tries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class VoiceRoutesTest {

    private static final String SAILOR = "\"voice_description\": \"An old sailor, hoarse and friendly\"";
    private static final String DESIGN = "{" + SAILOR + ", \"auto_generate_text\": true, \"return_previews\": false}";
    private static final String SAVE = "{" + SAILOR + ", \"voice_name\": \"Sailor\"}";

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway running;

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private String stranger;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_BOOTSTRAP_KEY",
                        RunningGateway.TEST_KEY,
                        "PARLEY_ADMIN_PASSWORD",
                        OtherAccount.PASSWORD,
                        "PARLEY_LIMITS_FREE_CALLS_PER_MINUTE",
                        "1000",
                        "PARLEY_LIMITS_VOICES",
                        "2"));
        stranger = OtherAccount.key(running, "sk-test-");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void previewsMayComeWithoutTheirAudio() {
        var preview = designed();

        assertThat(preview.path("audio_base_64").asText()).isEmpty();
        assertThat(preview.path("generated_voice_id").asText()).isNotEmpty();
    }

    @Test
    void aPreviewIsSavedByThePathOfTheSeed() {
        String voice = saved();

        assertThat(spoken(RunningGateway.TEST_KEY, voice).statusCode()).isEqualTo(200);
        delete(voice);
        assertThat(spoken(RunningGateway.TEST_KEY, voice).statusCode()).isEqualTo(404);
    }

    @Test
    void savingTwiceIsSavingOnce() {
        String preview = designed().path("generated_voice_id").asText();
        String path = "/v1/text-to-voice/" + preview + "/save";
        var first = RunningGateway.json(ask(RunningGateway.TEST_KEY, "POST", path, SAVE));
        var second = RunningGateway.json(ask(RunningGateway.TEST_KEY, "POST", path, SAVE));

        assertThat(second.path("voice_id")).isEqualTo(first.path("voice_id"));
        delete(first.path("voice_id").asText());
    }

    @Test
    void moreVoicesThanThereAreSlotsAreRefused() {
        String first = saved();
        String second = saved();
        String third = designed().path("generated_voice_id").asText();

        var refused = ask(RunningGateway.TEST_KEY, "POST", "/v1/text-to-voice/" + third + "/save", SAVE);
        assertThat(refused.statusCode()).isEqualTo(409);
        delete(first);
        var taken = ask(RunningGateway.TEST_KEY, "POST", "/v1/text-to-voice/" + third + "/save", SAVE);
        assertThat(taken.statusCode()).isEqualTo(200);
        delete(second);
        delete(RunningGateway.json(taken).path("voice_id").asText());
    }

    @Test
    void nobodyElseSpeaksWithAVoiceInAnyDialect() {
        String voice = saved();
        String turn = "[{\"text\": \"Hello\", \"voice\": \"" + voice + "\"}]";
        String order = "{\"model\": \"eleven_v3\", \"input\": {\"dialogue\": " + turn + "}}";
        String openAi = "{\"model\": \"tts-1\", \"input\": \"Hello\", \"voice\": \"" + voice + "\"}";

        for (var path : Map.of("/v1/audio/generations", order, "/v1/audio/speech", openAi)
                .entrySet()) {
            var own = bearer(RunningGateway.TEST_KEY, path.getKey(), path.getValue());
            var others = bearer(stranger, path.getKey(), path.getValue());
            assertThat(own.statusCode()).as(path.getKey()).isEqualTo(200);
            assertThat(others.statusCode()).as(path.getKey()).isBetween(400, 422);
        }
        assertThat(spoken(stranger, voice).statusCode()).isEqualTo(404);
        delete(voice);
    }

    private JsonNode designed() {
        var answer = ask(RunningGateway.TEST_KEY, "POST", "/v1/text-to-voice/design", DESIGN);
        return RunningGateway.json(answer).path("previews").path(0);
    }

    private String saved() {
        String path =
                "/v1/text-to-voice/" + designed().path("generated_voice_id").asText() + "/save";
        return RunningGateway.json(ask(RunningGateway.TEST_KEY, "POST", path, SAVE))
                .path("voice_id")
                .asText();
    }

    private void delete(String voice) {
        assertThat(ask(RunningGateway.TEST_KEY, "DELETE", "/v1/voices/" + voice, "")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> spoken(String key, String voice) {
        return ask(key, "POST", "/v1/text-to-speech/" + voice, "{\"text\": \"Hello\"}");
    }

    private HttpResponse<byte[]> ask(String key, String method, String path, String body) {
        return running.ask(method, path, body.getBytes(UTF_8), "xi-api-key", key, "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> bearer(String key, String path, String body) {
        return running.post(path, body.getBytes(UTF_8), "Authorization", "Bearer " + key);
    }
}
