package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets of every kind to their end, by a key that only tries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SandboxSessionsTest {

    private static final String KEY = RunningGateway.TEST_KEY;
    private static final String SPEECH = "/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/stream-input";
    private static final String SPEECH_PCM = SPEECH + "?model_id=eleven_flash_v2_5&output_format=pcm_16000";
    private static final String REALTIME = "/v1/speech-to-text/realtime?model_id=scribe_v2_realtime";
    private static final String TALK = "/v1/convai/conversation?agent_id=agent_1";
    private static final byte[] SECOND = new byte[32_000];

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // Before all tests.
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(data, Map.of("PARLEY_BOOTSTRAP_KEY", KEY));
    }

    @AfterAll
    void stop() {
        client.close();
        running.close();
    }

    @Test
    void textIsSpokenAsItComesAndEndsInPeace() throws Exception {
        try (var line = line(SPEECH_PCM)) {
            line.say("{\"text\":\" \"}")
                    .say("{\"text\":\"Hello there. \",\"flush\":true}")
                    .say("{\"text\":\"\"}");
            var said = line.rest();

            assertThat(said.getFirst().path("alignment").path("chars")).hasSize(14);
            assertThat(sound(said.getFirst())).hasSizeGreaterThan(16_000);
            assertThat(said.getLast().path("isFinal").asBoolean()).isTrue();
            assertThat(line.closed()).isEqualTo(1000);
        }
    }

    @Test
    void speechIsMp3WhereNothingElseIsAskedFor() throws Exception {
        try (var line = line(SPEECH)) {
            line.say("{\"text\":\"Hello there. \",\"flush\":true}").say("{\"text\":\"\"}");

            assertThat(sound(line.next())[0]).isEqualTo((byte) 0xff);
        }
    }

    @Test
    void severalTextsAreSpokenOverOneConnection() throws Exception {
        try (var line = line(SPEECH_PCM.replace("/stream-input", "/multi-stream-input"))) {
            line.say("{\"text\":\"One. \",\"context_id\":\"a\"}")
                    .say("{\"text\":\"Two. \",\"context_id\":\"b\",\"flush\":true}")
                    .say("{\"context_id\":\"a\",\"close_context\":true}")
                    .say("{\"close_socket\":true}");

            assertThat(line.rest())
                    .extracting(message -> message.path("contextId").asText())
                    .startsWith("b", "a", "a")
                    .contains("b");
            assertThat(line.closed()).isEqualTo(1000);
        }
    }

    @Test
    void whatIsHeardIsWrittenDown() throws Exception {
        try (var line = line(REALTIME + "&include_timestamps=true&keyterms=Parley")) {
            assertThat(line.next().path("message_type").asText()).isEqualTo("session_started");
            line.say(chunk(SECOND, false)).say(chunk(new byte[0], true));

            assertThat(line.next().path("message_type").asText()).isEqualTo("partial_transcript");
            assertThat(line.next().path("text").asText()).isEqualTo("Parley Heard 1.0 seconds.");
            assertThat(line.next().path("words")).isNotEmpty();
        }
    }

    @Test
    void bareSoundIsWrittenDownWithIsFinal() throws Exception {
        try (var line = line("/v1/speech-to-text/stream")) {
            line.say(SECOND).say("{\"commit\":true}");

            assertThat(line.next().path("is_final").asBoolean(true)).isFalse();
            assertThat(line.next().path("is_final").asBoolean()).isTrue();
        }
    }

    @Test
    void anAgentAnswersWhatItIsTold() throws Exception {
        try (var line = line(TALK)) {
            assertThat(line.next().path("type").asText()).isEqualTo("conversation_initiation_metadata");
            assertThat(line.next().path("type").asText()).isEqualTo("ping");
            line.say("{\"type\":\"user_message\",\"text\":\"Good morning\"}");

            assertThat(line.next()
                            .path("agent_response_event")
                            .path("agent_response")
                            .asText())
                    .isEqualTo("You said: Good morning");
            assertThat(line.next().path("audio_event").path("audio_base_64").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void theKeyMayComeInTheFirstMessage() throws Exception {
        try (var line = Line.to(running, client, SPEECH_PCM)) {
            line.say("{\"text\":\" \",\"xi_api_key\":\"" + KEY + "\"}")
                    .say("{\"text\":\"Hi. \"}")
                    .say("{\"text\":\"\"}");

            assertThat(sound(line.next())).isNotEmpty();
        }
    }

    @Test
    void aBadKeyInTheFirstMessageIsToldAsTheContractSays() throws Exception {
        try (var line = Line.to(running, client, SPEECH_PCM)) {
            line.say("{\"text\":\" \",\"xi_api_key\":\"sk-wrong-wrong-wrong-wrong\"}");

            assertThat(line.rest())
                    .extracting(told -> told.path("error").asText())
                    .containsExactly("auth_error");
            assertThat(line.closed()).isEqualTo(1008);
        }
    }

    @Test
    void aBadKeyInAHeaderStopsTheUpgrade() {
        assertThat(Line.refusal(running, client, REALTIME, "xi-api-key", "sk-wrong-wrong-wrong-wrong"))
                .contains(401);
    }

    @Test
    void noKeyAtAllStopsTheUpgradeOfTranscripts() {
        assertThat(Line.refusal(running, client, REALTIME)).contains(401);
    }

    @Test
    void aTokenOpensOneSessionAndNoSecond() throws Exception {
        String token = token("realtime_scribe");
        try (var line = Line.to(running, client, REALTIME + "&token=" + token)) {
            assertThat(line.next().path("message_type").asText()).isEqualTo("session_started");
        }

        assertThat(Line.refusal(running, client, REALTIME + "&token=" + token)).contains(401);
    }

    @Test
    void aTokenForSomethingElseOpensNothing() {
        assertThat(Line.refusal(running, client, REALTIME + "&token=" + token("tts_websocket")))
                .contains(401);
    }

    @Test
    void aSignedAddressOpensATalk() throws Exception {
        var told = RunningGateway.json(
                running.get("/v1/convai/conversation/get-signed-url?agent_id=agent_1", "xi-api-key", KEY));
        String url = told.path("signed_url").asText();
        assertThat(url).startsWith("ws://");

        try (var line = Line.to(running, client, url.substring(url.indexOf("/v1/")))) {
            assertThat(line.next().path("type").asText()).isEqualTo("conversation_initiation_metadata");
        }
    }

    @Test
    void anUpstreamThatBreaksIsToldToTheClient() throws Exception {
        try (var line = line(SPEECH_PCM)) {
            line.say("{\"text\":\"Hello [sandbox:break]. \",\"flush\":true}");

            assertThat(line.rest().getLast().path("message").asText()).contains("break");
            assertThat(line.closed()).isEqualTo(1011);
        }
    }

    @Test
    void anUpstreamThatDoesNotOpenIsToldToTheClient() throws Exception {
        try (var line = line("/v1/convai/conversation?agent_id=sandbox-reject")) {
            assertThat(line.closed()).isEqualTo(1008);
            assertThat(line.reason()).contains("reject");
        }
    }

    @Test
    void whatIsNoJsonEndsTheSession() throws Exception {
        try (var line = line(SPEECH_PCM)) {
            line.say("Hello");

            assertThat(line.rest())
                    .extracting(told -> told.path("error").asText())
                    .containsExactly("input_error");
            assertThat(line.closed()).isEqualTo(1007);
        }
    }

    @Test
    void aModelThatDoesNotSpeakAsItComesIsRefused() throws Exception {
        try (var line = line(SPEECH + "?model_id=eleven_v3")) {
            assertThat(line.closed()).isEqualTo(1008);
        }
    }

    private Line line(String path) {
        return Line.to(running, client, path, "xi-api-key", KEY);
    }

    private String token(String type) {
        return RunningGateway.json(running.post("/v1/single-use-token/" + type, new byte[0], "xi-api-key", KEY))
                .path("token")
                .asText();
    }

    private static byte[] sound(JsonNode message) {
        return Base64.getDecoder().decode(message.path("audio").asText());
    }

    static String chunk(byte[] sound, boolean commit) {
        return RunningGateway.JSON
                .valueToTree(Map.of(
                        "message_type",
                        "input_audio_chunk",
                        "audio_base_64",
                        Base64.getEncoder().encodeToString(sound),
                        "commit",
                        commit,
                        "sample_rate",
                        16_000))
                .toString();
    }

    static List<String> speech(String text) {
        return List.of("{\"text\":\" \"}", "{\"text\":\"" + text + " \",\"flush\":true}", "{\"text\":\"\"}");
    }
}
