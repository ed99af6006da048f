package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is named in the words of the dialect, and nothing is stored or charged. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class ResellerBadInputTest {

    private static final String APIIN = "/api/v1/audio/speech";
    private static final String PIXAZO = "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request";
    private static final String MUSIC = "/elevenlabs-music-api-368/v1/elevenlabs-music-api-request";

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(data, Map.of());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @AfterEach
    void nothingIsStoredOrCharged() {
        var credits = running.getJson("/v1/credits").path("data");
        assertThat(credits.path("available").decimalValue()).isEqualByComparingTo("1000");
        assertThat(credits.path("held").decimalValue()).isEqualByComparingTo("0");
        assertThat(running.getJson("/v1/tasks").path("data")).isEmpty();
    }

    static Stream<Arguments> dialogues() {
        String eleven = IntStream.range(0, 11)
                .mapToObj("{\"text\":\"Hello\",\"voice\":\"%020d\"}"::formatted)
                .collect(Collectors.joining(","));
        return Stream.of(
                Arguments.of("{\"dialogue\":[{\"text\":\"a\"}]}", "model"),
                Arguments.of("{\"model\":7,\"dialogue\":[{\"text\":\"a\"}]}", "model"),
                Arguments.of("{\"model\":\"elevenlabs-v3\"}", "dialogue"),
                Arguments.of("{\"model\":\"elevenlabs-v3\",\"input\":{\"dialogue\":[{\"text\":\"a\"}]}}", "dialogue"),
                Arguments.of(dialogue(""), "dialogue"),
                Arguments.of("{\"model\":\"elevenlabs-v3\",\"dialogue\":{}}", "dialogue"),
                Arguments.of(dialogue("\"x\""), "dialogue[0]"),
                Arguments.of(dialogue("{}"), "dialogue[0].text"),
                Arguments.of(dialogue("{\"text\":\"a\"},{\"text\":\" \"}"), "dialogue[1].text"),
                Arguments.of(dialogue("{\"text\":5}"), "dialogue[0].text"),
                Arguments.of(dialogue("{\"text\":\"a\\u0000b\"}"), "dialogue[0].text"),
                Arguments.of(dialogue("{\"text\":\"a\",\"voice\":true}"), "dialogue[0].voice"),
                Arguments.of(dialogue("{\"text\":\"a\",\"voice\":\"" + "v".repeat(101) + "\"}"), "dialogue[0].voice"),
                Arguments.of(dialogue(eleven), "dialogue"),
                Arguments.of(dialogue("{\"text\":\"" + "x".repeat(5001) + "\"}"), "dialogue"),
                Arguments.of(with("\"stability\":-0.1"), "stability"),
                Arguments.of(with("\"stability\":1.1"), "stability"),
                Arguments.of(with("\"stability\":\"0.5\""), "stability"),
                Arguments.of(with("\"language_code\":\"tlh\""), "language_code"),
                Arguments.of(with("\"language_code\":1"), "language_code"),
                Arguments.of(with("\"output_format\":\"mp3_1_1\""), "output_format"),
                Arguments.of(with("\"callback_url\":\"file:///etc/passwd\""), "callback_url"),
                Arguments.of(with("\"callback_url\":5"), "callback_url"));
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void apiinNamesIt(String body, String field) throws IOException {
        var response = running.post(APIIN, bytes(body), "Authorization", "Bearer " + KEY);

        var error = error(response, 400).path("error");
        assertThat(error.path("code").asText()).isEqualTo("invalid_request");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).startsWith("'" + field + "' ");
    }

    @Test
    void apiinKnowsNoSuchModel() throws IOException {
        var response = running.post(
                APIIN, bytes("{\"model\":\"sora\",\"dialogue\":[{\"text\":\"a\"}]}"), "Authorization", "Bearer " + KEY);

        assertThat(error(response, 404).at("/error/code").asText()).isEqualTo("model_not_found");
    }

    @Test
    void apiinKnowsNoSuchTask() throws IOException {
        var response =
                running.get("/api/v1/tasks/a1b2c3d4-e5f6-7890-abcd-ef1234567890", "Authorization", "Bearer " + KEY);

        assertThat(error(response, 404).at("/error/code").asText()).isEqualTo("task_not_found");
    }

    static Stream<Arguments> speeches() {
        return Stream.of(
                Arguments.of("{\"voice\":\"Aria\"}", "text"),
                Arguments.of("{\"text\":null,\"voice\":\"Aria\"}", "text"),
                Arguments.of("{\"text\":\"\",\"voice\":\"Aria\"}", "text"),
                Arguments.of("{\"text\":\"a\\u0000b\",\"voice\":\"Aria\"}", "text"),
                Arguments.of("{\"text\":\"" + "x".repeat(5001) + "\",\"voice\":\"Aria\"}", "text"),
                Arguments.of("{\"text\":\"a\"}", "voice"),
                Arguments.of("{\"text\":\"a\",\"voice\":\"\"}", "voice"),
                Arguments.of("{\"text\":\"a\",\"voice\":\"Nobody\"}", "voice"),
                Arguments.of(speech("\"stability\":1.1"), "stability"),
                Arguments.of(speech("\"stability\":-1"), "stability"),
                Arguments.of(speech("\"similarity_boost\":1.1"), "similarity_boost"),
                Arguments.of(speech("\"similarity_boost\":\"1\""), "similarity_boost"),
                Arguments.of(speech("\"speed\":0.4"), "speed"),
                Arguments.of(speech("\"speed\":2.1"), "speed"),
                Arguments.of(speech("\"speed\":1e999"), "speed"));
    }

    @ParameterizedTest
    @MethodSource("speeches")
    void pixazoNamesIt(String body, String field) throws IOException {
        var response = running.post(PIXAZO, bytes(body), "Ocp-Apim-Subscription-Key", KEY);

        var error = error(response, 400);
        assertThat(error).hasSize(2);
        assertThat(error.path("error").asText()).isEqualTo("Bad Request");
        assertThat(error.path("message").asText()).startsWith("'" + field + "' ");
    }

    @Test
    void pixazoTakesNoPlainHttpWebhook() throws IOException {
        var response = running.post(
                PIXAZO,
                bytes(speech("\"speed\":1")),
                "Ocp-Apim-Subscription-Key",
                KEY,
                "X-Webhook-URL",
                "http://127.0.0.1/");

        assertThat(error(response, 400).path("message").asText()).isEqualTo("'X-Webhook-URL' must be an https URL.");
    }

    @Test
    void pixazoHasNoMusic() throws IOException {
        var response = running.post(MUSIC, bytes("{\"prompt\":\"Woodwinds.\"}"), "Ocp-Apim-Subscription-Key", KEY);

        assertThat(error(response, 400).path("error").asText()).isEqualTo("Model not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"text\":}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"\\ud800\",\"voice\":\"Aria\"}"
            })
    void jsonThatIsNoRequestIsRefusedByAll(String body) throws IOException {
        for (String path : new String[] {APIIN, PIXAZO, MUSIC}) {
            var response = running.post(path, bytes(body), "Authorization", "Bearer " + KEY);
            assertThat(error(response, 400).has("error")).as(path).isTrue();
        }
    }

    private static String dialogue(String turns) {
        return "{\"model\":\"elevenlabs-v3\",\"dialogue\":[" + turns + "]}";
    }

    private static String with(String member) {
        return "{\"model\":\"elevenlabs-v3\",\"dialogue\":[{\"text\":\"a\"}]," + member + "}";
    }

    private static String speech(String member) {
        return "{\"text\":\"a\",\"voice\":\"Aria\"," + member + "}";
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode error(HttpResponse<byte[]> response, int status) throws IOException {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
