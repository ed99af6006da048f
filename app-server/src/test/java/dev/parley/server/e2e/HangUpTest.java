package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import dev.parley.adapters.elevenlabs.upstream.SeenRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers of ElevenLabs' routes who leave, with ElevenLabs behind the gateway. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class HangUpTest {

    private static final long NOTICED_MILLIS = 1_000;
    private static final String PASSWORD = "a password for tests";
    private static final Fault SLOW = new Fault.SlowDrip(2_000, Duration.ofMillis(50));

    private final FakeElevenLabs upstream = FakeElevenLabs.start();

    @SuppressWarnings("NullAway.Init")
    private RunningGateway running;

    @BeforeAll
    void start(@TempDir Path data) {
        running = gateway(data, "cancel");
    }

    @BeforeEach
    void slowDown() {
        upstream.spoil(_ -> SLOW);
    }

    @AfterAll
    void stop() {
        running.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream", "/stream/with-timestamps", "", "/with-timestamps"})
    void whoeverHangsUpStopsTheUpstreamWithinASecond(String route) throws Exception {
        var request = hangUp(running, route);

        assertThat(request.awaitEnd(NOTICED_MILLIS)).isTrue();
        assertThat(request.hungUpAt()).isNotNull();
        var task = endedTask(running);
        assertThat(task.path("status").asText()).isEqualTo("cancelled");
        assertThat(credits(running).path("held").asDouble()).isZero();
    }

    @Test
    void whatIsLeftIsFinishedIntoAHostedFileWhereTheOperatorWantsThat(@TempDir Path data) throws Exception {
        upstream.spoil(_ -> new Fault.SlowDrip(20_000, Duration.ofMillis(50)));
        try (var finishing = gateway(data, "finish")) {
            var request = hangUp(finishing, "/stream");

            var task = endedTask(finishing);
            assertThat(task.path("status").asText()).isEqualTo("completed");
            assertThat(task.at("/output/urls/0").asText()).startsWith("http");
            assertThat(request.hungUpAt()).isNull();
            assertThat(credits(finishing).path("spent").asDouble())
                    .isEqualTo(task.path("credits").asDouble())
                    .isPositive();
        }
    }

    @Test
    void theOperatorSeesWhatTheUpstreamSaidOfAnAttempt() throws Exception {
        upstream.spoil(_ -> null);
        var body = "{\"inputs\":[{\"text\":\"Good evening.\",\"voice_id\":\"Rachel\"}]}";
        var answer = running.post(
                "/v1/text-to-dialogue", body.getBytes(StandardCharsets.UTF_8), "xi-api-key", RunningGateway.KEY);
        String task = answer.headers().firstValue("x-parley-task-id").orElseThrow();

        var attempt = asAdmin(running, "/admin/v1/tasks/" + task).at("/attempts/0");

        assertThat(attempt.path("outcome").asText()).isEqualTo("delivered");
        assertThat(attempt.path("upstream_request_id").asText()).isNotEmpty();
        assertThat(attempt.path("upstream_credential").asText()).isEqualTo("main");
        assertThat(attempt.path("upstream_cost").asDouble()).isEqualTo(13);
    }

    private RunningGateway gateway(Path data, String onLeave) {
        return RunningGateway.start(
                data,
                Map.of(
                        "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                        "main=" + FakeElevenLabs.KEY,
                        "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                        upstream.uri().toString(),
                        "PARLEY_STREAMS_ON_LEAVE",
                        onLeave,
                        "PARLEY_ADMIN_PASSWORD",
                        PASSWORD));
    }

    /** The request that was under way upstream when the caller hung up. */
    private SeenRequest hangUp(RunningGateway to, String route) throws Exception {
        int before = upstream.renderings().size();
        var text = "Did you finish the report? Almost, give me another hour for that. ".repeat(4);
        var body = "{\"inputs\":[{\"text\":\"" + text + "\",\"voice_id\":\"Rachel\"}]}";
        URI address = to.gateway.httpUrl();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/text-to-dialogue" + route + " HTTP/1.1\r\nHost: test\r\nxi-api-key: "
                                    + RunningGateway.KEY + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            if (route.startsWith("/stream")) {
                assertThat(socket.getInputStream().readNBytes(2_000)).hasSize(2_000);
            } else {
                awaitRendering(before + 1);
            }
        }
        return upstream.renderings().getLast();
    }

    private void awaitRendering(int count) {
        while (upstream.renderings().size() < count) {
            Thread.onSpinWait();
        }
    }

    private static JsonNode endedTask(RunningGateway running) {
        String id = running.getJson("/v1/tasks").at("/data/0/id").asText();
        return running.awaitTask(id);
    }

    private static JsonNode credits(RunningGateway running) {
        return running.getJson("/v1/credits").path("data");
    }

    private static JsonNode asAdmin(RunningGateway running, String path) throws IOException {
        var login = running.post(
                "/admin/v1/login",
                ("{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}").getBytes(StandardCharsets.UTF_8));
        String token = RunningGateway.json(login).path("access_token").asText();
        return RunningGateway.json(running.get(path, "Authorization", "Bearer " + token));
    }
}
