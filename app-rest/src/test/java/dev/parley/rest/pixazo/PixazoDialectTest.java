package dev.parley.rest.pixazo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.Task;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What seeds/002 says of requests and answers. */
class PixazoDialectTest {

    static final String SPEECH = "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request";
    static final String ORDER = """
        {"text": "Hello! This is a test of the text to speech system.", "voice": "Aria",
         "stability": 0.5, "similarity_boost": 0.75, "speed": 1}\
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
    void speechIsQueuedWithWhereToPoll() {
        var answer = bare("POST", SPEECH, ORDER);

        var task = gateway.onlyTask(client.account());
        String id = "eleven-v3-alpha-954_" + task.id();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"request_id": "%s", "status": "QUEUED", "polling_url": "%s/v2/requests/status/%s"}\
            """.formatted(id, gateway.uri(), id)));
    }

    @Test
    void theBearerSchemeWorksToo() {
        assertThat(client.post(SPEECH, ORDER).status()).isEqualTo(202);
    }

    @Test
    void everyFieldReachesTheRequest() {
        client.post(SPEECH, ORDER.replace("\"speed\": 1", "\"speed\": 1.5").replace("0.5", "0.3"));

        var request = (SpeechRequest) gateway.onlyTask(client.account()).request();
        assertThat(request.turn().text()).startsWith("Hello!");
        assertThat(request.settings().stability()).isEqualTo(0.3);
        assertThat(gateway.onlyTask(client.account()).warnings())
                .anyMatch(warning -> warning.contains("'similarity_boost'"))
                .anyMatch(warning -> warning.contains("'speed'"));
    }

    @Test
    void theVoicesOwnSpeedIsNothingThatWasAskedFor() {
        assertThat(client.post(SPEECH, ORDER).headers("Parley-Warning"))
                .noneMatch(warning -> warning.contains("'speed'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aria", "Domi", "Bella", "Rachel", "Antoni", "antoni"})
    void theNamedPresetsAreSpokenWhoeverServesThem(String voice) {
        assertThat(client.post(SPEECH, ORDER.replace("Aria", voice)).status()).isEqualTo(202);
    }

    @Test
    void aPresetThatIsNotTheProvidersIsToldOf() {
        assertThat(client.post(SPEECH, ORDER).headers("Parley-Warning"))
                .contains("Voice 'Aria' is not known to the provider fake: Rachel speaks in its place.");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("{}", "'text' is required."),
                Arguments.of("{\"text\":\"a\"}", "'voice' is required."),
                Arguments.of("{\"text\":\"a\",\"voice\":\" \"}", "'voice' is required."),
                Arguments.of("{\"text\":\"\",\"voice\":\"Aria\"}", "'text' "),
                Arguments.of("{\"text\":\"" + "x".repeat(5001) + "\",\"voice\":\"Aria\"}", "'text' has 5001"),
                Arguments.of("{\"text\":\"a\",\"voice\":\"Nobody\"}", "'voice' names no voice"),
                Arguments.of("{\"text\":\"a\",\"voice\":5}", "'voice' must be a string"),
                Arguments.of(field("stability", "1.01"), "'stability' must be"),
                Arguments.of(field("stability", "-0.1"), "'stability' must be"),
                Arguments.of(field("similarity_boost", "1.5"), "'similarity_boost' must be from 0 to 1"),
                Arguments.of(field("speed", "0.49"), "'speed' must be from 0.5 to 2"),
                Arguments.of(field("speed", "2.01"), "'speed' must be from 0.5 to 2"),
                Arguments.of(field("speed", "\"1\""), "'speed' must be a number"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsNamedAndNothingIsStored(String body, String message) {
        var answer = client.post(SPEECH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).hasSize(2);
        assertThat(answer.json().path("error").asText()).isEqualTo("Bad Request");
        assertThat(answer.json().path("message").asText()).startsWith(message);
        assertThat(gateway.tasks(client.account())).isZero();
        assertThat(client.balance().held()).hasToString("0");
    }

    @ParameterizedTest
    @CsvSource({"0.5", "2", "2.0"})
    void speedIsFromAHalfToTwo(String speed) {
        assertThat(client.post(SPEECH, field("speed", speed)).status()).isEqualTo(202);
    }

    @Test
    void unknownFieldsAreIgnoredWithAWarning() {
        var answer = client.post(SPEECH, field("style", "1"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers("Parley-Warning")).contains("'style' is not a known field: it was ignored.");
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstUnlessItsHeadersDiffer() {
        var first = client.post(SPEECH, ORDER, "Idempotency-Key", "k1");

        var again = client.post(SPEECH, ORDER, "Idempotency-Key", "k1");
        var other = client.post(SPEECH, ORDER, "Idempotency-Key", "k1", "X-Webhook-URL", "https://app.example/");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(gateway.tasks(client.account())).isEqualTo(1);
    }

    @Test
    void aRequestGoesFromQueuedToProcessingToCompleted() {
        var task = submit();
        assertThat(status(task).path("status").asText()).isEqualTo("QUEUED");

        gateway.begin(task.id().toString());

        assertThat(status(task).path("status").asText()).isEqualTo("PROCESSING");
        assertThat(status(task).path("output").isNull()).isTrue();
        assertThat(status(task).path("completed_at").isNull()).isTrue();
        assertThat(status(task)).hasSize(8);
    }

    @Test
    void aCompletedRequestShowsItsAudioAndWhen() {
        var task = submit();
        gateway.clock.forward(Duration.ofSeconds(15));

        gateway.complete(task.id().toString(), new byte[] {1});

        String url = status(task).at("/output/media_url/0").asText();
        assertThat(url).startsWith(gateway.uri() + "/audio/" + task.id() + "/dialogue.mp3?");
        assertThat(status(task)).isEqualTo(Answer.parse("""
            {"request_id": "%s", "status": "COMPLETED", "model_id": "eleven-v3-alpha-954", "error": null,
             "output": {"media_url": ["%s"], "media_type": "audio/mpeg"},
             "created_at": "%s", "updated_at": "%s", "completed_at": "%s"}\
            """.formatted(
                        RequestId.of(task),
                        url,
                        iso(task.createdAt()),
                        iso(task.createdAt().plusSeconds(15)),
                        iso(task.createdAt().plusSeconds(15)))));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.Rejected("Not this."), "FAILED", "Not this."),
                Arguments.of(new Failure.Misconfigured("key sk_1 is bad"), "ERROR", "The provider is not available."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whoIsToBlameDecidesBetweenFailedAndError(Failure failure, String status, String error) {
        var task = submit();

        gateway.fail(task.id().toString(), failure);

        assertThat(status(task).path("status").asText()).isEqualTo(status);
        assertThat(status(task).path("error").asText()).isEqualTo(error);
        assertThat(status(task).path("output").isNull()).isTrue();
        assertThat(status(task).path("completed_at").asText()).isEqualTo(iso(gateway.clock.instant()));
        assertThat(client.balance().available()).as("not charged").hasToString("5");
    }

    @Test
    void aCancelledRequestHasFailed() {
        var task = submit();

        client.post("/v1/tasks/" + task.id() + "/cancel", "");

        assertThat(status(task).path("status").asText()).isEqualTo("FAILED");
        assertThat(status(task).path("error").asText()).isEqualTo("The request was cancelled.");
    }

    @Test
    void somebodyElsesRequestReadsAsOneThatNeverWas() {
        var theirs = RequestId.of(submit());
        var other = gateway.client("5");

        for (String id :
                new String[] {theirs, "eleven-v3-alpha-954_" + new java.util.UUID(1, 2), "nothing", "_", "x_y"}) {
            var answer = other.get("/v2/requests/status/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json()).isEqualTo(Answer.parse("""
                {"error": "Not Found", "message": "There is no such request."}\
                """));
        }
    }

    @Test
    void aRequestIdIsWrittenInOneWayOnly() {
        var task = submit();

        assertThat(client.get("/v2/requests/status/" + task.id()).status()).isEqualTo(404);
        assertThat(client.get("/v2/requests/status/other_" + task.id()).status())
                .isEqualTo(404);
    }

    @Test
    void aCallbackHasTheOtherFormOfDates() {
        var task = submit("X-Webhook-URL", "https://app.example/hook");
        gateway.clock.forward(Duration.ofMillis(15_250));
        var ended = gateway.complete(task.id().toString(), new byte[] {1});
        var event = new Event("evt_1", EventType.TASK_COMPLETED, client.account(), task.id(), gateway.clock.instant());

        var body = Answer.parse(gateway.bean(PixazoShape.class).body(event, ended));

        String at = iso(gateway.clock.instant()).replace('T', ' ').substring(0, 19);
        assertThat(body.path("updated_at").asText()).isEqualTo(at);
        assertThat(body.path("completed_at").asText()).isEqualTo(at);
        assertThat(body.path("created_at").asText()).isEqualTo(iso(task.createdAt()));
        assertThat(without(body)).isEqualTo(without(status(task)));
    }

    private static JsonNode without(JsonNode body) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) body)
                .without(java.util.List.of("updated_at", "completed_at"));
    }

    private Task submit(String... headers) {
        assertThat(client.post(SPEECH, ORDER, headers.length == 0 ? new String[] {"Accept", "*/*"} : headers)
                        .status())
                .isEqualTo(202);
        return gateway.onlyTask(client.account());
    }

    private JsonNode status(Task task) {
        return client.get("/v2/requests/status/" + RequestId.of(task)).json();
    }

    private Answer bare(String method, String path, String body) {
        return client.bare(
                method,
                path,
                BodyPublishers.ofString(body),
                "Ocp-Apim-Subscription-Key",
                client.key(),
                "Content-Type",
                "application/json",
                "Cache-Control",
                "no-cache");
    }

    private static String field(String name, String value) {
        return "{\"text\":\"a\",\"voice\":\"Aria\",\"%s\":%s}".formatted(name, value);
    }

    private static String iso(Instant at) {
        return Dates.ANSWER.of(at);
    }
}
