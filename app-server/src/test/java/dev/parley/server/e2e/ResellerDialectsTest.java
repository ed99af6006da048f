package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of seeds/000, seeds/001 and seeds/002, word for word, with the built-in voice behind them: what is fetched is speech. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class ResellerDialectsTest {

    private static final String AIVIDEOAPI = "/v1/audio/generations";
    private static final String APIIN = "/api/v1/audio/speech";
    private static final String PIXAZO = "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request";

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

    @Test
    void aivideoapisExampleIsHeard() throws IOException {
        var created = running.postJson(AIVIDEOAPI, JSON.readTree("""
            {"model": "elevenlabs-text-to-dialogue-v3",
             "input": {"dialogue": [
               { "text": "Hey! Did you finish the report?", "voice": "21m00Tcm4TlvDq8ikWAM" },
               { "text": "Almost — just adding the final numbers now.", "voice": "AZnzlk1XvdvUeBnXmlld" }],
              "stability": 0.5, "language_code": "auto"}}\
            """));
        String id = created.at("/data/taskId").asText();

        var task = running.awaitTask(id);

        assertThat(created.path("code").asInt()).isEqualTo(200);
        assertThat(created.path("msg").asText()).isEqualTo("success");
        assertThat(task.path("status").asText()).isEqualTo("completed");
        assertThat(task.path("completed_at").asLong())
                .isGreaterThanOrEqualTo(task.path("created_at").asLong());
        assertThat(task.at("/output/metadata/model").asText()).isEqualTo("elevenlabs-text-to-dialogue-v3");
        assertIsHeard(task.at("/output/urls/0").asText(), 2_000, 15_000);
    }

    @Test
    void aDayIsWhatALinkLasts() throws IOException {
        var task =
                running.awaitTask(submitted(AIVIDEOAPI, """
                    {"model": "elevenlabs-text-to-dialogue-v3", "input": {"dialogue": [{ "text": "Hello there!", "voice": "Aria" }]}}\
                    """).at("/data/taskId").asText());

        assertThat(task.at("/output/urls/0").asText())
                .contains("exp=" + (task.path("completed_at").asLong() + 24 * 60 * 60));
    }

    @Test
    void anEstimateIsMadeForEveryModelAndChargesNothing() throws IOException {
        for (var model : running.getJson("/v1/models").path("data")) {
            var estimate = running.postJson(
                    "/v1/estimate", JSON.readTree("""
                        {"model": "%s", "input": {"dialogue": [{ "text": "Hello there!", "voice": "21m00Tcm4TlvDq8ikWAM" }]}}\
                        """.formatted(model.path("id").asText())));
            var price = model.at("/price/credits_per_1000_characters").decimalValue();
            var least = model.at("/price/minimum_credits").decimalValue();
            assertThat(estimate.at("/data/credits").decimalValue())
                    .as(model.path("id").asText())
                    .isEqualByComparingTo(price.multiply(java.math.BigDecimal.valueOf(12))
                            .movePointLeft(3)
                            .max(least));
        }
    }

    @Test
    void apiinsExampleIsHeard() throws IOException {
        var created = submitted(APIIN, """
            {"model": "elevenlabs-v3",
             "dialogue": [{"text": "Hello, welcome to API in One.", "voice": "narrator"},
                          {"text": "Thank you! Tell me more about this platform.", "voice": "user"}],
             "stability": 0.5, "language_code": "auto"}\
            """);
        String id = created.path("task_id").asText();

        var _ = running.awaitTask(id);
        var task = running.getJson("/api/v1/tasks/" + id);

        assertThat(task.path("status").asText()).isEqualTo("completed");
        assertThat(task.at("/data/status").asText()).isEqualTo("COMPLETED");
        assertThat(task.path("credits").decimalValue()).isEqualByComparingTo("2.044");
        assertIsHeard(task.at("/output/audio_url").asText(), 2_000, 15_000);
    }

    @Test
    void apiinsLeastPriceIsOneCreditAndAThousandCharactersCostTwentyEight() throws IOException {
        assertThat(price("Hi.")).isEqualByComparingTo("1");
        assertThat(price("x".repeat(36))).isEqualByComparingTo("1.008");
        assertThat(price("x".repeat(1000))).isEqualByComparingTo("28");
    }

    @Test
    void apiinsVoicesMayBeLeftOutOrMadeUp() throws IOException {
        var answer = post(APIIN, """
            {"model": "elevenlabs-v3", "stability": 0.3,
             "dialogue": [{"text": "Who goes there?"}, {"text": "Nay, answer me.", "voice": "second sentry"}]}\
            """);

        assertThat(answer.headers().allValues("parley-warning"))
                .singleElement()
                .asString()
                .contains("'second sentry'");
        String id = RunningGateway.json(answer).path("task_id").asText();
        assertIsHeard(running.awaitTask(id).at("/output/urls/0").asText(), 800, 10_000);
    }

    @Test
    void apiinsCatalogIsSortedAndItsFirstExampleIsHeard() throws IOException {
        var models = running.getJson("/api/v1/models").path("data");

        assertThat(models.findValuesAsText("id")).contains("elevenlabs-v3", "eleven_v3", "local-dialogue-v1");
        List<java.math.BigDecimal> base = new ArrayList<>();
        models.forEach(model -> base.add(model.path("base_credits").decimalValue()));
        assertThat(base).isSorted();
        assertThat(models.get(0).at("/providers/0/name").asText()).isEqualTo("local");
        var created = running.postJson(APIIN, models.get(0).at("/request_example/body"));
        assertIsHeard(
                running.awaitTask(created.path("task_id").asText())
                        .at("/output/urls/0")
                        .asText(),
                800,
                15_000);
    }

    @Test
    void pixazosExampleIsHeard() throws IOException {
        var answer = post(PIXAZO, """
            {"text": "Hello! This is a test of the text to speech system, powered by ElevenLabs. How does it sound?",
             "voice": "Aria", "stability": 0.5, "similarity_boost": 0.75, "speed": 1}\
            """);

        var queued = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(queued.path("request_id").asText()).startsWith("eleven-v3-alpha-954_");
        assertThat(queued.path("status").asText()).isEqualTo("QUEUED");
        var status = awaitRequest(queued);
        assertThat(status.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(status.at("/output/media_type").asText()).isEqualTo("audio/mpeg");
        assertIsHeard(status.at("/output/media_url/0").asText(), 3_000, 15_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aria", "Domi", "Bella", "Rachel", "Antoni"})
    void pixazosPresetsAreTheBuiltInVoicesOwn(String voice) throws IOException {
        var answer = post(PIXAZO, "{\"text\": \"Hi.\", \"voice\": \"" + voice + "\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().allValues("parley-warning")).isEmpty();
    }

    @Test
    void pixazosSpeedIsHeard() throws IOException {
        long slow = length("0.5");
        long fast = length("2");

        assertThat(slow).isGreaterThan(fast * 2);
    }

    @Test
    void eitherHeaderCarriesTheKeyInEachDialect() {
        for (String path : List.of("/v1/credits", "/api/v1/models")) {
            assertThat(running.get(path, "Authorization", "Bearer " + KEY).statusCode())
                    .isEqualTo(200);
            assertThat(running.get(path, "Ocp-Apim-Subscription-Key", KEY).statusCode())
                    .isEqualTo(200);
            assertThat(running.get(path, "Authorization", "Bearer aio_nobody").statusCode())
                    .isEqualTo(401);
        }
    }

    private long length(String speed) throws IOException {
        var answer = post(
                PIXAZO, "{\"text\": \"How does it sound today?\", \"voice\": \"Rachel\", \"speed\": " + speed + "}");
        var status = awaitRequest(JSON.readTree(answer.body()));
        return sound(status.at("/output/media_url/0").asText()).millis();
    }

    private JsonNode awaitRequest(JsonNode queued) throws IOException {
        String id = queued.path("request_id").asText();
        var _ = running.awaitTask(id.substring(id.indexOf('_') + 1));
        return RunningGateway.json(running.get(queued.path("polling_url").asText(), "Ocp-Apim-Subscription-Key", KEY));
    }

    private java.math.BigDecimal price(String text) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree("""
            {"model": "elevenlabs-v3", "input": {"dialogue": [{ "text": "", "voice": "Aria" }]}}\
            """);
        ((ObjectNode) body.at("/input/dialogue/0")).put("text", text);
        return running.postJson("/v1/estimate", body).at("/data/credits").decimalValue();
    }

    private JsonNode submitted(String path, String body) throws IOException {
        return running.postJson(path, JSON.readTree(body));
    }

    private HttpResponse<byte[]> post(String path, String body) {
        return running.post(path, body.getBytes(StandardCharsets.UTF_8), "Ocp-Apim-Subscription-Key", KEY);
    }

    private void assertIsHeard(String url, long millisMin, long millisMax) {
        var sound = sound(url);
        assertThat(sound.millis()).isBetween(millisMin, millisMax);
        assertThat(sound.loudness()).isGreaterThan(0.1);
    }

    /** Links need no key. */
    private Sound sound(String url) {
        return Sound.decode(running.get(url).body(), AudioFormat.DEFAULT);
    }
}
