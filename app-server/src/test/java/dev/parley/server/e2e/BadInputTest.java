package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static dev.parley.server.e2e.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.parley.v1.CancelTaskRequest;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.EstimateDialogueRequest;
import dev.parley.v1.GetTaskRequest;
import dev.parley.v1.StreamDialogueRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is named, and nothing is stored or charged: on both edges alike. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String CREATE = "/v1/audio/generations";

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

    static List<BadInput> cases() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restNamesIt(BadInput bad) throws IOException {
        for (String route : List.of(CREATE, "/v1/estimate")) {
            var response = postWithKey(route, JSON.writeValueAsBytes(bad.ask().toJson()));
            assertError(
                    response,
                    bad.expected().http(),
                    bad.expected().code(),
                    bad.expected().field());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void grpcNamesIt(BadInput bad) throws InvalidProtocolBufferException {
        String model = Objects.requireNonNullElse(bad.ask().model(), "");
        var input = bad.ask().toInput();
        var dialogues = running.dialogues();

        List<Runnable> calls = List.of(
                () -> dialogues.estimateDialogue(EstimateDialogueRequest.newBuilder()
                        .setModel(model)
                        .setInput(input)
                        .build()),
                () -> dialogues.createTask(CreateTaskRequest.newBuilder()
                        .setModel(model)
                        .setInput(input)
                        .build()),
                () -> dialogues
                        .streamDialogue(StreamDialogueRequest.newBuilder()
                                .setModel(model)
                                .setInput(input)
                                .build())
                        .next());

        for (var call : calls) {
            var refused = catchThrowableOfType(StatusRuntimeException.class, call::run);
            assertThat(refused.getStatus().getCode()).isEqualTo(bad.expected().grpc());
            assertThat(detail(refused, ErrorInfo.class).getReason())
                    .isEqualTo(bad.expected().reason());
            if (bad.expected().field() != null) {
                assertThat(detail(refused, BadRequest.class)
                                .getFieldViolations(0)
                                .getField())
                        .isEqualTo(bad.expected().field());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{\"model\":}",
                "{\"model\":\"a\"} trailing",
                "{\"model\":\"a\",\"model\":\"b\"}",
                "{\"model\": 7}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":[]}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":{}}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[\"x\"]}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":5,\"voice\":\"Aria\"}]}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":\"a\",\"voice\":true}]}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":\"a\",\"voice\":\"Aria\"}],\"stability\":\"0.5\"}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":\"a\",\"voice\":\"Aria\"}],\"stability\":1e999}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\",\"input\":{\"dialogue\":[{\"text\":\"\\ud800"
                        + " half\",\"voice\":\"Aria\"}]}}",
                "{\"model\":\"elevenlabs-text-to-dialogue-v3\"}",
            })
    void jsonThatIsNoRequestIsRefused(String body) throws IOException {
        assertError(postWithKey(CREATE, body.getBytes(StandardCharsets.UTF_8)), 400, "invalid_request", null);
    }

    @Test
    void deepJsonIsRefused() throws IOException {
        var deep = "{\"model\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertError(postWithKey(CREATE, deep.getBytes(StandardCharsets.UTF_8)), 400, "invalid_request", null);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        var body = JSON.writeValueAsBytes(BadInput.all().getFirst().ask().toJson());
        body[body.length - 10] = (byte) 0xC3;

        assertError(postWithKey(CREATE, body), 400, "invalid_request", null);
    }

    @Test
    void aBodyOfTwoMegabytesIsRefused() throws IOException {
        assertError(postWithKey(CREATE, new byte[2 << 20]), 413, "invalid_request", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/credits",
                "GET /v1/tasks",
                "GET /v1/models",
                "GET /v1/voices",
                "POST " + CREATE,
                "POST /v1/estimate"
            })
    void everyRouteWantsAKey(String route) throws IOException {
        String path = route.substring(route.indexOf(' ') + 1);
        boolean post = route.startsWith("POST");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        var none = post ? running.post(path, body) : running.get(path);
        var wrong = post
                ? running.post(path, body, "Authorization", "Bearer sk-wrong")
                : running.get(path, "Authorization", "Bearer sk-wrong");
        var oneOfTwoWrong = post
                ? running.post(path, body, "Authorization", "Bearer " + KEY, "xi-api-key", "sk-wrong")
                : running.get(path, "Authorization", "Bearer " + KEY, "xi-api-key", "sk-wrong");

        assertError(none, 401, "invalid_api_key", null);
        assertError(wrong, 401, "invalid_api_key", null);
        // Where two dialects share a path, the bad one of the two also decides in whose words it is refused.
        assertThat(oneOfTwoWrong.statusCode()).isEqualTo(401);
        assertThat(new String(oneOfTwoWrong.body(), StandardCharsets.UTF_8)).contains("invalid_api_key");
    }

    @Test
    void grpcWantsAKeyToo() {
        var refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> running.dialogues("sk-wrong").getTask(GetTaskRequest.getDefaultInstance()));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2c3d4-e5f6-7890-abcd-ef1234567890", "nothing", "1-1-1-1-1"})
    void aTaskOfNobodysIsNotFound(String id) throws IOException {
        assertError(running.get("/v1/tasks/" + id, "Authorization", "Bearer " + KEY), 404, "task_not_found", null);
        assertError(postWithKey("/v1/tasks/" + id + "/cancel", new byte[0]), 404, "task_not_found", null);
        var dialogues = running.dialogues();
        List<Runnable> calls = List.of(
                () -> dialogues.getTask(
                        GetTaskRequest.newBuilder().setTaskId(id).build()),
                () -> dialogues.cancelTask(
                        CancelTaskRequest.newBuilder().setTaskId(id).build()));
        for (var call : calls) {
            assertThat(catchThrowableOfType(StatusRuntimeException.class, call::run)
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.NOT_FOUND);
        }
    }

    private HttpResponse<byte[]> postWithKey(String route, byte[] body) {
        return running.post(route, body, "Authorization", "Bearer " + KEY);
    }

    private static void assertError(
            HttpResponse<byte[]> response, int status, String code, @org.jspecify.annotations.Nullable String field)
            throws IOException {
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        JsonNode error = JSON.readTree(response.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("type").asText()).isNotEmpty();
        if (field != null) {
            assertThat(error.path("message").asText()).startsWith("'" + field + "' ");
        }
    }

    private static <T extends com.google.protobuf.Message> T detail(StatusRuntimeException refused, Class<T> type)
            throws InvalidProtocolBufferException {
        var status = Objects.requireNonNull(StatusProto.fromThrowable(refused));
        for (Any any : status.getDetailsList()) {
            if (any.is(type)) {
                return any.unpack(type);
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + status);
    }
}
