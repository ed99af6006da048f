package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.proxies.upstream.FakeAivideoapi;
import dev.parley.adapters.proxies.upstream.FakeApiin;
import dev.parley.adapters.proxies.upstream.FakeFile;
import dev.parley.adapters.proxies.upstream.FakeJobs;
import dev.parley.adapters.proxies.upstream.FakePixazo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with a reseller behind it. */
@Timeout(120)
class ResellersUpstreamTest {

    private final FakeAivideoapi aivideoapi = new FakeAivideoapi();
    private final FakeApiin apiin = new FakeApiin();
    private final FakePixazo pixazo = new FakePixazo();

    private Path data = Path.of("");

    @BeforeEach
    void at(@TempDir Path directory) {
        data = directory;
    }

    @AfterEach
    void stop() {
        aivideoapi.close();
        apiin.close();
        pixazo.close();
    }

    @Test
    void aivideoapiRendersATask() {
        try (var running = with("aivideoapi", FakeAivideoapi.KEY, aivideoapi)) {
            JsonNode task = speak(running, "elevenlabs-text-to-dialogue-v3");
            assertThat(task.path("provider").asText()).isEqualTo("aivideoapi");
            assertThat(aivideoapi.submitted()).hasSize(1);
        }
    }

    @Test
    void apiinRendersATask() {
        try (var running = with("apiin", FakeApiin.KEY, apiin)) {
            JsonNode task = speak(running, "elevenlabs-v3");
            assertThat(task.path("provider").asText()).isEqualTo("apiin");
            assertThat(apiin.submitted()).hasSize(1);
        }
    }

    @Test
    void pixazoSpeaksEachTurnOfADialogue() {
        try (var running = with("pixazo", FakePixazo.KEY, pixazo)) {
            JsonNode task = speak(running, "eleven-v3-alpha-954");
            assertThat(task.path("provider").asText()).isEqualTo("pixazo");
            assertThat(pixazo.submitted())
                    .extracting(job -> job.body().path("voice").asText())
                    .containsExactlyInAnyOrder("Rachel", "Domi");
        }
    }

    @Test
    void fileThatIsNotWhatWasAskedForBecomesIt() {
        aivideoapi.file(FakeFile.wav(40));
        try (var running = with("aivideoapi", FakeAivideoapi.KEY, aivideoapi)) {
            JsonNode task = speak(running, "elevenlabs-text-to-dialogue-v3");
            byte[] audio = running.get(task.at("/output/urls/0").asText()).body();
            assertThat(audio).startsWith(0xFF, 0xFB).hasSizeBetween(30_000, 50_000);
        }
    }

    /** Without the call, the gateway would ask after an hour. */
    @Test
    void upstreamThatCallsBackIsAskedAtOnce() throws Exception {
        aivideoapi.looks(0);
        int port = freePort();
        var rung = new CompletableFuture<Integer>();
        aivideoapi.onSubmit(job -> rung.complete(aivideoapi.ring(job)));
        try (var running = with(
                "aivideoapi",
                FakeAivideoapi.KEY,
                aivideoapi,
                "PARLEY_PROVIDERS_AIVIDEOAPI_POLL_PACE",
                "10m",
                "PARLEY_HTTP_PORT",
                Integer.toString(port),
                "PARLEY_PUBLIC_URL",
                "http://127.0.0.1:" + port)) {
            speak(running, "elevenlabs-text-to-dialogue-v3");
            assertThat(rung.get(10, TimeUnit.SECONDS)).isEqualTo(204);
        }
    }

    @Test
    void withoutAPublicUrlNobodyIsAskedToCall() {
        try (var running = with("aivideoapi", FakeAivideoapi.KEY, aivideoapi)) {
            speak(running, "elevenlabs-text-to-dialogue-v3");
            assertThat(aivideoapi.submitted().getFirst().body().has("callback_url"))
                    .isFalse();
        }
    }

    private RunningGateway with(String provider, String key, FakeJobs upstream, String... more) {
        String start = "PARLEY_PROVIDERS_" + provider.toUpperCase(Locale.ROOT) + "_";
        Map<String, String> settings = new HashMap<>(Map.of(
                start + "API_KEY", key, start + "BASE_URL", upstream.uri().toString(), start + "POLL_PACE", "50ms"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return RunningGateway.start(data, settings);
    }

    private static JsonNode speak(RunningGateway running, String model) {
        var body = RunningGateway.JSON.createObjectNode().put("model", model);
        var dialogue = body.putObject("input").putArray("dialogue");
        dialogue.addObject().put("text", "Did you finish the report?").put("voice", "Rachel");
        dialogue.addObject().put("text", "Almost, give me an hour.").put("voice", "Domi");
        var created = running.postJson("/v1/audio/generations", body);
        JsonNode task = running.awaitTask(created.at("/data/taskId").asText());
        assertThat(task.path("status").asText()).as(task.toPrettyString()).isEqualTo("completed");
        return task;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
