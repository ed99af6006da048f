package dev.parley.rest.apiin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.notify.TaskShape;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What seeds/001 says of requests, and what we answer. */
class ApiinDialectTest {

    private static final String SPEECH = "/api/v1/audio/speech";
    private static final String ORDER = """
        {"model": "elevenlabs-v3",
         "dialogue": [{"text": "Hello, welcome to API in One.", "voice": "narrator"},
                      {"text": "Thank you! Tell me more about this platform.", "voice": "user"}],
         "stability": 0.5, "language_code": "auto"}\
        """;
    private static Gateway gateway;
    private Client client;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void newClient() {
        client = gateway.client("5");
    }

    @Test
    void speechAnswersWithATaskId() {
        var answer = client.post(SPEECH, ORDER, "Content-Type", "application/json");

        String id = answer.json().path("task_id").asText();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(Answer.parse("""
                    {"code": 200, "message": "success", "task_id": "%s", "status": "pending", "model": "elevenlabs-v3",
                     "created_at": %d, "characters": 73, "warnings": %s,
                     "data": {"task_id": "%s", "status": "IN_PROGRESS"}}\
                    """.formatted(id, now(), answer.json().path("warnings"), id)));
        assertThat(gateway.task(id).account()).isEqualTo(client.account());
    }

    @Test
    void whatIsNamedAsAPartIsSpokenAndToldOf() {
        var answer = client.post(SPEECH, ORDER);

        assertThat(answer.headers("Parley-Warning"))
                .containsExactly(
                        "Voice 'narrator' is not known to the provider fake: Rachel speaks in its place.",
                        "Voice 'user' is not known to the provider fake: Domi speaks in its place.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"Hi.\"}",
                "{\"text\": \"Hi.\", \"voice\": null}",
                "{\"text\": \"Hi.\", \"voice\": \"\"}"
            })
    void aVoiceMayBeLeftOut(String turn) {
        var answer = client.post(SPEECH, "{\"model\":\"elevenlabs-v3\",\"dialogue\":[%s,%s]}".formatted(turn, turn));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Parley-Warning")).isEmpty();
        assertThat(dialogue(answer).dialogue().voices()).hasSize(2);
    }

    @Test
    void stabilityAndLanguageHaveTheirDefaults() {
        var answer = client.post(SPEECH, "{\"model\":\"elevenlabs-v3\",\"dialogue\":[{\"text\":\"Hi.\"}]}");

        var settings = dialogue(answer).dialogue().settings();
        assertThat(settings.stability()).isEqualTo(0.5);
        assertThat(settings.language()).hasToString("auto");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.8, 1})
    void stabilityIsAnythingFromZeroToOne(double stability) {
        var answer = client.post(SPEECH, ORDER.replace("\"stability\": 0.5", "\"stability\": " + stability));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(dialogue(answer).dialogue().settings().stability()).isEqualTo(stability);
    }

    @Test
    void aTaskInTheWorksIsProcessing() {
        String id = submit();

        gateway.begin(id);

        assertThat(task(id).path("status").asText()).isEqualTo("processing");
        assertThat(task(id).at("/data/status").asText()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void aCompletedTaskShowsItsAudioWhereverClientsLook() {
        String id = submit();
        long created = now();
        gateway.clock.forward(Duration.ofSeconds(7));

        gateway.complete(id, new byte[] {1});

        String url = task(id).at("/output/audio_url").asText();
        assertThat(url).startsWith(gateway.uri() + "/audio/" + id + "/dialogue.mp3?");
        assertThat(task(id)).isEqualTo(Answer.parse("""
            {"code": 200, "message": "success", "task_id": "%s", "status": "completed", "model": "elevenlabs-v3",
             "created_at": %d, "completed_at": %d, "output": {"audio_url": "%s", "urls": ["%s"]},
             "credits": 0.73, "characters": 73, "warnings": %s,
             "data": {"task_id": "%s", "status": "COMPLETED", "output": {"audio_url": "%s", "urls": ["%s"]},
              "credits": 0.73}}\
            """.formatted(
                        id, created, created + 7, url, url, task(id).path("warnings"), id, url, url)));
    }

    @Test
    void aFailedTaskShowsWhy() {
        String id = submit();

        gateway.fail(id, new Failure.Rejected("Not this."));

        assertThat(task(id).path("status").asText()).isEqualTo("failed");
        assertThat(task(id).path("error")).isEqualTo(Answer.parse("""
            {"code": "upstream_error", "message": "Not this."}\
            """));
        assertThat(task(id).path("data")).isEqualTo(Answer.parse("""
            {"task_id": "%s", "status": "FAILED", "error": "Not this.", "credits": 0}\
            """.formatted(id)));
        assertThat(client.balance().available()).hasToString("5");
    }

    @Test
    void aCancelledTaskHasFailedHere() {
        String id = submit();

        client.post("/v1/tasks/" + id + "/cancel", "");

        assertThat(task(id).path("status").asText()).isEqualTo("failed");
        assertThat(task(id).at("/error/code").asText()).isEqualTo("cancelled");
    }

    @Test
    void aCallbackSaysWhatALookAtTheTaskWould() {
        String id = client.post(SPEECH, ORDER.replaceFirst("\\{", "{\"callback_url\": \"https://app.example/hook\", "))
                .json()
                .path("task_id")
                .asText();
        Task task = gateway.complete(id, new byte[] {1});

        assertThat(task.output().callback())
                .hasToString("Callback[url=https://app.example/hook, shape=apiin, everyStep=false]");
        assertThat(shape().body(
                                new Event(
                                        "evt_1",
                                        EventType.TASK_COMPLETED,
                                        client.account(),
                                        task.id(),
                                        task.createdAt()),
                                task))
                .isEqualTo(client.get("/api/v1/tasks/" + id).text());
    }

    @Test
    void aRepeatIsAnsweredAsTheFirst() {
        var first = client.post(SPEECH, ORDER, "Idempotency-Key", "k1");

        var again = client.post(SPEECH, ORDER, "Idempotency-Key", "k1");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 'model' is required.",
                "{\"model\":\"elevenlabs-v3\"} | 'dialogue' is required.",
                "{\"model\":\"elevenlabs-v3\",\"dialogue\":[]} | 'dialogue' must have at least one turn.",
                "{\"model\":\"elevenlabs-v3\",\"dialogue\":[{}]} | 'dialogue[0].text' is required.",
                "{\"model\":\"elevenlabs-v3\",\"dialogue\":[{\"text\":\"a\"}],\"callback_url\":\"ftp://x\"} |"
                        + " 'callback_url' must be",
                "{\"model\":\"elevenlabs-v3\",\"dialogue\":[{\"text\":\"a\"}],\"stability\":1.1} | 'stability' must be"
                        + " a number from 0 to 1"
            })
    void whatIsWrongIsNamedInThisDialect(String body, String message) {
        var answer = client.post(SPEECH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).isEqualTo("invalid_request invalid_request_error");
        assertThat(answer.error("message")).startsWith(message);
        assertThat(gateway.tasks(client.account())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/nothing, 404", "GET, /api/v1/audio/speech, 405", "POST, /api/v1/audio/speech, 400"})
    void whatIsWrongAsHttpHasTheSameEnvelope(String method, String path, int status) {
        var answer = client.send(method, path, java.net.http.HttpRequest.BodyPublishers.ofString("{"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.refusal()).isEqualTo("invalid_request invalid_request_error");
    }

    @Test
    void modelsCostLeastFirstAndShowWhoServesThem() {
        var models = client.get("/api/v1/models").json().path("data");

        assertThat(models.findValuesAsText("id")).contains("elevenlabs-v3").doesNotContain("eleven_multilingual_v2");
        assertThat(models.findValues("base_credits").stream().map(node -> node.decimalValue()))
                .isSorted();
        assertThat(models.get(0).at("/providers/0/name").asText()).isEqualTo("fake");
    }

    @Test
    void everyExampleOfTheCatalogIsTaken() {
        var models = client.get("/api/v1/models").json().path("data");

        for (var model : models) {
            var example = model.path("request_example");
            var answer = client.post(SPEECH, example.path("body").toString());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.headers("Parley-Warning")).isEmpty();
            assertThat(example.path("curl").asText())
                    .startsWith("curl -X POST " + gateway.uri() + SPEECH)
                    .contains(example.path("body").toString());
        }
        assertThat(gateway.tasks(client.account())).isEqualTo(models.size()).isGreaterThan(2);
    }

    private static TaskShape shape() {
        return gateway.bean(ApiinShape.class);
    }

    private String submit() {
        return client.post(SPEECH, ORDER).json().path("task_id").asText();
    }

    private com.fasterxml.jackson.databind.JsonNode task(String id) {
        return client.get("/api/v1/tasks/" + id).json();
    }

    private static DialogueRequest dialogue(Answer answer) {
        return (DialogueRequest)
                gateway.task(answer.json().path("task_id").asText()).request();
    }

    private static long now() {
        return gateway.clock.instant().getEpochSecond();
    }
}
