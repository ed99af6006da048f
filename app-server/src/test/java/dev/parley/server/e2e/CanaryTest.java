package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.server.plugin.IndiscreetProvider;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.ListTasksRequest;
import dev.parley.v1.StreamDialogueRequest;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fifty keys, a password, tokens and a provider's key go through whatever may go wrong, and none of them comes out. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class CanaryTest {

    private static final int KEYS = 50;

    /** So many, that no guesser is seen in it. */
    private static final int MISUSED = 8;

    private static final String PASSWORD = "canary-password-of-the-admin";
    private static final String WRONG_PASSWORD = "canary-password-mistyped";
    private static final String PROVIDERS_KEY = "canary-key-of-the-provider-0001";
    private static final String TEXT = "Canary text that somebody wants spoken";
    private static final String CREATE = "/v1/audio/generations";

    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG_PASSWORD, PROVIDERS_KEY));
    /** Without those that are there to tell a secret, once. */
    private final StringBuilder answers = new StringBuilder();

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @SuppressWarnings("NullAway.Init")
    private Heard heard;

    @BeforeAll
    void exercise(@TempDir Path data) throws IOException {
        this.data = data;
        heard = new Heard();
        IndiscreetProvider.install(data);
        running = RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_ADMIN_PASSWORD",
                        PASSWORD,
                        "PARLEY_PROVIDERS_ACME_API_KEY",
                        PROVIDERS_KEY,
                        "PARLEY_TASKS_ON_UNKNOWN",
                        "refund",
                        "PARLEY_LIMITS_ATTEMPTS",
                        "1"));
        secrets.add(RunningGateway.KEY);
        String token = token();
        var account = admin(token, "/admin/v1/accounts", "{\"name\":\"Canary\"}");
        String id = account.path("id").asText();
        tell(post("/admin/v1/accounts/" + id + "/credits", token, "{\"amount\":100,\"reason\":\"canary\"}"));
        for (int i = 0; i < KEYS; i++) {
            var issued = admin(token, "/admin/v1/accounts/" + id + "/keys", "{\"name\":\"canary\"}");
            String secret = issued.path("secret").asText();
            secrets.add(secret);
            use(secret);
            rotateAndTurnOff(token, issued.path("id").asText(), secret, i < MISUSED);
            if (i < MISUSED) {
                misuse(secret);
            }
        }
        speakAndFail();
        attack(token, id);
    }

    @AfterAll
    void stop() {
        running.close();
        heard.close();
    }

    @Test
    void noneIsInTheLog() {
        assertNone(heard.text());
        assertThat(heard.text()).as("what a key was struck out of").contains("GET https://acme.example/?key=***");
    }

    @Test
    void noneIsInAnAnswer() {
        assertNone(answers.toString());
    }

    @Test
    void noneIsInAFile() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            var written = files.filter(Files::isRegularFile).toList();
            assertThat(written)
                    .extracting(file -> file.getFileName().toString())
                    .contains("parley.db", "parley.db-wal");
            for (Path file : written) {
                assertNone(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void whatIsToBeSpokenIsNotInTheLog() {
        assertThat(heard.text()).doesNotContain(TEXT);
    }

    @Test
    void whatAProviderSaysIsToldWithoutItsKey() {
        assertThat(answers.toString()).contains("not with the key ***");
    }

    private void assertNone(String text) {
        assertThat(secrets)
                .hasSizeGreaterThan(2 * KEYS)
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(19));
        assertThat(secrets.stream().filter(text::contains)).isEmpty();
    }

    private String token() {
        tell(post("/admin/v1/login", "", "{\"name\":\"admin\",\"password\":\"" + WRONG_PASSWORD + "\"}"));
        var answer = post("/admin/v1/login", "", "{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
        String token = RunningGateway.json(answer).path("access_token").asText();
        secrets.add(token);
        return token;
    }

    /** Well and badly, at both edges. */
    private void use(String key) throws IOException {
        tell(get("/v1/credits", "Bearer " + key));
        tell(get("/v1/tasks/" + key, "Bearer " + key));
        tell(post(CREATE, key, "{\"model\":\"" + key.substring(0, 5) + "\",\"input\":"));
        tell(post(CREATE, key, order("no-such-model", TEXT)));
        var dialogues = running.dialogues(key);
        answers.append(dialogues.listTasks(ListTasksRequest.getDefaultInstance()));
        refused(() -> dialogues.createTask(CreateTaskRequest.getDefaultInstance()));
    }

    private void misuse(String key) {
        tell(get("/v1/credits", "Bearer " + key + "x"));
        tell(get("/v1/credits", "Basic " + key));
        refused(() -> running.dialogues(key + "x").listTasks(ListTasksRequest.getDefaultInstance()));
    }

    private void rotateAndTurnOff(String token, String id, String secret, boolean tried) {
        var rotated = admin(token, "/admin/v1/keys/" + id + "/rotate", "{}");
        secrets.add(rotated.path("secret").asText());
        tell(post("/admin/v1/keys/" + id + "/disable", token, "{}"));
        if (tried) {
            tell(get("/v1/credits", "Bearer " + rotated.path("secret").asText()));
            refused(() -> running.dialogues(secret).listTasks(ListTasksRequest.getDefaultInstance()));
        }
    }

    /** The provider fails in three ways, and tells its key in each. */
    private void speakAndFail() throws IOException {
        String key = RunningGateway.KEY;
        for (String text : List.of(TEXT, TEXT + "!", TEXT + "!!")) {
            var created = post(CREATE, key, order("acme-speech", text));
            tell(created);
            var id = RunningGateway.json(created).at("/data/taskId").asText();
            answers.append(running.awaitTask(id));
            refused(() -> running.dialogues()
                    .streamDialogue(StreamDialogueRequest.newBuilder()
                            .setModel("acme-speech")
                            .setInput(DialogueInput.newBuilder()
                                    .addDialogue(DialogueTurn.newBuilder()
                                            .setText(text)
                                            .setVoice("Beep")))
                            .build())
                    .forEachRemaining(answers::append));
        }
        var spoken = post(CREATE, key, order("local-dialogue-v1", TEXT).replace("Beep", "Aria"));
        answers.append(
                running.awaitTask(RunningGateway.json(spoken).at("/data/taskId").asText()));
    }

    private void attack(String token, String account) {
        tell(get("/v1/credits", "Bearer " + token));
        refused(() -> running.dialogues(token).listTasks(ListTasksRequest.getDefaultInstance()));
        tell(get("/admin/v1/accounts", "Bearer " + RunningGateway.KEY));
        tell(get("/admin/v1/accounts", "Bearer " + token + "x"));
        for (String path : List.of(
                "/admin/v1/accounts",
                "/admin/v1/accounts/" + account + "/keys",
                "/admin/v1/accounts/" + account + "/entries",
                "/admin/v1/tasks",
                "/admin/v1/usage?by=key,model,day")) {
            tell(get(path, "Bearer " + token));
        }
        tell(post("/admin/v1/password", token, "{\"password\":\"" + WRONG_PASSWORD + "\",\"new_password\":\"x\"}"));
        tell(post("/admin/v1/login", "", "{\"password\":\"" + PASSWORD + "\",\"name\":"));
    }

    private JsonNode admin(String token, String path, String body) {
        var answer = post(path, token, body);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> get(String path, String authorization) {
        return running.get(path, "Authorization", authorization);
    }

    private HttpResponse<byte[]> post(String path, String bearer, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return bearer.isEmpty()
                ? running.post(path, bytes)
                : running.post(path, bytes, "Authorization", "Bearer " + bearer);
    }

    private void tell(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as("%s", answer.uri()).isLessThan(500);
        answers.append(answer.headers().map()).append(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var refused = catchThrowableOfType(StatusRuntimeException.class, call);
        answers.append(refused.getStatus()).append(refused.getTrailers());
    }

    private static String order(String model, String text) throws IOException {
        var body = JSON.createObjectNode().put("model", model);
        body.putObject("input")
                .putArray("dialogue")
                .addObject()
                .put("text", text)
                .put("voice", "Beep");
        return JSON.writeValueAsString(body);
    }
}
