package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.v1.CreateTaskRequest;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueTurn;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One dialogue through every door: five dialects and gRPC. Each gives audio that can be played, by asking and by being told, and
 * what they cost together is what the ledger says.
 */
@Timeout(180)
class EveryDialectTest {

    private static final String FIRST = "Is all our company here?";
    private static final String SECOND = "You were best to call them generally, man by man.";
    private static final String BEARER = "Bearer " + RunningGateway.KEY;

    /** The dialogue at half its size: nobody speaks this faster. */
    private static final long MILLIS_MIN = 1500;

    @TempDir
    private Path data;

    private CallbackReceiver receiver;
    private RunningGateway gateway;

    @BeforeEach
    void open() throws Exception {
        receiver = CallbackReceiver.open(data.resolve("receiver"));
        gateway = RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_WEBHOOKS_ALLOW",
                        "127.0.0.1/32",
                        "PARLEY_WEBHOOKS_TRUST",
                        receiver.authority().toString()));
        gateway.postJson("/v1/webhooks/endpoints", json("{\"url\": \"" + receiver.url("endpoint") + "\"}"));
    }

    @AfterEach
    void shut() {
        gateway.close();
        receiver.close();
    }

    @Test
    void everyDoorGivesAudioAndOneLedgerBalances() throws Exception {
        List<String> tasks = new ArrayList<>();
        tasks.add(aivideoapi());
        tasks.add(apiin());
        tasks.add(pixazo());
        tasks.add(elevenLabs());
        tasks.add(openAi());
        tasks.add(grpc());

        var told = receiver.await("endpoint", tasks.size());
        assertThat(told).extracting(event -> event.path("type").asText()).containsOnly("task.completed");
        assertThat(told)
                .extracting(event -> event.path("data").path("id").asText())
                .containsExactlyInAnyOrderElementsOf(tasks);
        told.forEach(event -> assertPlays(
                event.path("data").path("output").path("urls").path(0).asText()));
        assertBalanced(tasks);
    }

    private String aivideoapi() throws Exception {
        var created = gateway.postJson(
                "/v1/audio/generations", json("""
                    {"model": "elevenlabs-text-to-dialogue-v3", "callback_url": "%s", "input": {"dialogue": [
                        {"text": "%s", "voice": "Rachel"}, {"text": "%s", "voice": "Domi"}]}}\
                    """.formatted(receiver.url("aivideoapi"), FIRST, SECOND)));
        String id = created.path("data").path("taskId").asText();
        gateway.awaitTask(id);

        var asked = gateway.getJson("/v1/tasks/" + id);
        assertThat(asked.path("status").asText()).isEqualTo("completed");
        assertPlays(asked.path("output").path("urls").path(0).asText());
        assertThat(receiver.await("aivideoapi", 1)).containsExactly(asked);
        return id;
    }

    private String apiin() throws Exception {
        var created = RunningGateway.json(gateway.post(
                "/api/v1/audio/speech",
                bytes("""
                    {"model": "elevenlabs-v3", "callback_url": "%s", "dialogue": [
                        {"text": "%s", "voice": "narrator"}, {"text": "%s", "voice": "user"}], "stability": 0.5}\
                    """.formatted(receiver.url("apiin"), FIRST, SECOND)),
                "Authorization",
                BEARER));
        String id = created.path("task_id").asText();
        gateway.awaitTask(id);

        var asked = RunningGateway.json(gateway.get("/api/v1/tasks/" + id, "Authorization", BEARER));
        assertThat(asked.path("status").asText()).isEqualTo("completed");
        assertPlays(asked.path("output").path("audio_url").asText());
        assertThat(receiver.await("apiin", 1)).containsExactly(asked);
        return id;
    }

    /** One voice: this API has no dialogues. */
    private String pixazo() throws Exception {
        var queued = gateway.post(
                "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request",
                bytes("{\"text\": \"" + FIRST + " " + SECOND + "\", \"voice\": \"Aria\", \"speed\": 1}"),
                "Ocp-Apim-Subscription-Key",
                RunningGateway.KEY,
                "X-Webhook-URL",
                receiver.url("pixazo"));
        assertThat(queued.statusCode()).isEqualTo(202);
        var created = RunningGateway.JSON.readTree(queued.body());
        String requestId = created.path("request_id").asText();
        String id = requestId.substring(requestId.indexOf('_') + 1);
        gateway.awaitTask(id);

        var asked = RunningGateway.json(
                gateway.get(created.path("polling_url").asText(), "Ocp-Apim-Subscription-Key", RunningGateway.KEY));
        assertThat(asked.path("status").asText()).isEqualTo("COMPLETED");
        assertPlays(asked.path("output").path("media_url").path(0).asText());
        assertThat(receiver.await("pixazo", 1)).singleElement().satisfies(told -> {
            assertThat(told.path("request_id")).isEqualTo(asked.path("request_id"));
            assertThat(told.path("output")).isEqualTo(asked.path("output"));
        });
        return id;
    }

    private String elevenLabs() {
        return heardAtOnce(gateway.post(
                "/v1/text-to-dialogue", bytes("""
                    {"inputs": [{"text": "%s", "voice_id": "Rachel"}, {"text": "%s", "voice_id": "Domi"}]}\
                    """.formatted(FIRST, SECOND)), "xi-api-key", RunningGateway.KEY));
    }

    private String openAi() {
        return heardAtOnce(gateway.post(
                "/v1/audio/speech",
                bytes("{\"model\": \"tts-1\", \"voice\": \"alloy\", \"input\": \"" + FIRST + " " + SECOND + "\"}"),
                "Authorization",
                BEARER));
    }

    private String grpc() throws Exception {
        var input = DialogueInput.newBuilder()
                .addDialogue(DialogueTurn.newBuilder().setText(FIRST).setVoice("Rachel"))
                .addDialogue(DialogueTurn.newBuilder().setText(SECOND).setVoice("Domi"));
        var created = gateway.dialogues()
                .createTask(CreateTaskRequest.newBuilder()
                        .setModel(RunningGateway.MODEL)
                        .setInput(input)
                        .setCallbackUrl(receiver.url("grpc"))
                        .build());
        String id = created.getTask().getTaskId();

        var asked = gateway.awaitTask(id);
        assertPlays(asked.path("output").path("urls").path(0).asText());
        assertThat(receiver.await("grpc", 1)).containsExactly(asked);
        return id;
    }

    /** These two answer with the audio itself; the task that it was can be asked for, too. */
    private String heardAtOnce(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-parley-provider")).hasValue("local");
        assertPlays(answer.body());
        String id = answer.headers().firstValue("x-parley-task-id").orElseThrow();
        assertPlays(gateway.getJson("/v1/tasks/" + id)
                .path("output")
                .path("urls")
                .path(0)
                .asText());
        return id;
    }

    private void assertBalanced(List<String> tasks) {
        var credits = gateway.getJson("/v1/credits").path("data");
        var charged = tasks.stream()
                .map(id -> gateway.getJson("/v1/tasks/" + id).path("credits").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(credits.path("spent").decimalValue()).isEqualByComparingTo(charged);
        assertThat(credits.path("held").decimalValue()).isZero();
        assertThat(credits.path("available").decimalValue().add(charged)).isEqualByComparingTo("1000");
    }

    private void assertPlays(String url) {
        var fetched = gateway.get(url);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertPlays(fetched.body());
    }

    private static void assertPlays(byte[] audio) {
        var sound = Sound.decode(audio, AudioFormat.MP3_44100_128);
        assertThat(sound.millis()).isGreaterThan(MILLIS_MIN);
        assertThat(sound.loudness()).isGreaterThan(0.05);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) throws IOException {
        return RunningGateway.JSON.readTree(text);
    }
}
