package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with ElevenLabs behind it, which misbehaves by script. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class ElevenLabsUpstreamTest {

    private final FakeElevenLabs upstream = FakeElevenLabs.start();

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                        "main=" + FakeElevenLabs.KEY,
                        "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                        upstream.uri().toString(),
                        "PARLEY_PROVIDERS_ELEVENLABS_VOICE_ALIASES",
                        "Josh=Antoni",
                        "PARLEY_LIMITS_RETRY_PAUSE",
                        "1s"));
    }

    @BeforeEach
    void heal() {
        upstream.spoilNext();
    }

    @AfterAll
    void stop() {
        running.close();
        upstream.close();
    }

    @Test
    void itServesItsOwnNamesAndThoseThatStandForV3() {
        for (JsonNode model : running.getJson("/v1/models").path("data")) {
            String id = model.path("id").asText();
            if (id.startsWith("eleven_") || id.startsWith("elevenlabs-")) {
                assertThat(model.path("provider").asText()).as(id).isEqualTo("elevenlabs");
            }
        }
    }

    @Test
    void aTaskIsRenderedByItInTheVoicesNamed() {
        JsonNode task = speak("Rachel", "Josh");
        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("completed");
        assertThat(task.path("provider").asText()).isEqualTo("elevenlabs");
        JsonNode inputs = upstream.renderings().getLast().json().path("inputs");
        assertThat(inputs.findValuesAsText("voice_id")).containsExactly("21m00Tcm4TlvDq8ikWAM", "ErXwobaYiN019PkySvjV");
    }

    @Test
    void aSilentEndIsNotDelivered() {
        upstream.spoilNext(new Fault.SilentEnd(), new Fault.SilentEnd(), new Fault.SilentEnd());
        JsonNode task = speak("Rachel", "Domi");
        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("failed");
        assertThat(task.path("credits").asDouble()).isZero();
    }

    @Test
    void aServerErrorIsTriedAgain() {
        int before = upstream.renderings().size();
        upstream.spoilNext(Fault.Refused.of(500, "internal_error", "internal_server_error"));
        assertThat(speak("Rachel", "Domi").path("status").asText()).isEqualTo("completed");
        assertThat(upstream.renderings()).hasSize(before + 2);
    }

    private JsonNode speak(String first, String second) {
        var body = RunningGateway.JSON.createObjectNode().put("model", RunningGateway.MODEL);
        var dialogue = body.putObject("input").putArray("dialogue");
        dialogue.addObject().put("text", "Did you finish the report?").put("voice", first);
        dialogue.addObject().put("text", "Almost, give me an hour.").put("voice", second);
        var created = running.postJson("/v1/audio/generations", body);
        return running.awaitTask(created.at("/data/taskId").asText());
    }
}
