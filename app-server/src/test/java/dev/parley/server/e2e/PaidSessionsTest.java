package dev.parley.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.upstream.FakeElevenLabs;
import dev.parley.adapters.elevenlabs.upstream.Fault;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What sessions cost, with an upstream that is paid: 5 credits for 1,000 characters, and for sound by the second. */
@Timeout(60)
class PaidSessionsTest {

    private static final String SPEECH =
            "/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/stream-input?model_id=eleven_flash_v2_5&output_format=pcm_16000";
    private static final String REALTIME = "/v1/speech-to-text/realtime?model_id=scribe_v2_realtime";
    private static final byte[] TEN_SECONDS = new byte[320_000];

    private final FakeElevenLabs upstream = FakeElevenLabs.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init") // By JUnit.
    private Path data;

    @SuppressWarnings("NullAway.Init") // By start().
    private RunningGateway running;

    @AfterEach
    void stop() {
        client.close();
        running.close();
        upstream.close();
    }

    @Test
    void whatWasSpokenIsPaidAndTheRestGivenBack() throws Exception {
        start(Map.of());
        try (var line = line(SPEECH)) {
            line.say("{\"text\":\" \"}")
                    .say("{\"text\":\"0123456789\",\"flush\":true}")
                    .say("{\"text\":\"\"}");
            var _ = line.rest();
            assertThat(line.closed()).isEqualTo(1000);
        }

        assertThat(settled().path("spent").asDouble()).isEqualTo(0.05);
        assertThat(task().path("status").asText()).isEqualTo("completed");
    }

    @Test
    void soundIsPaidByTheSecond() throws Exception {
        start(Map.of());
        try (var line = line(REALTIME)) {
            line.say(SandboxSessionsTest.chunk(TEN_SECONDS, true));
            assertThat(line.next().path("message_type").asText()).isEqualTo("session_started");
            assertThat(line.next().path("message_type").asText()).isEqualTo("committed_transcript");
        }

        assertThat(settled().path("spent").asDouble()).isEqualTo(0.108334);
    }

    @Test
    void aClientThatHangsUpPaysForWhatWasRelayed() throws Exception {
        start(Map.of());
        var line = line(SPEECH).say("{\"text\":\"0123456789\",\"flush\":true}");
        var _ = line.next();
        line.hangUp();

        assertThat(settled().path("spent").asDouble()).isEqualTo(0.05);
    }

    @Test
    void aClientThatSaidNothingPaysNothing() throws Exception {
        start(Map.of());
        var line = line(REALTIME);
        var _ = line.next();
        line.hangUp();

        assertThat(settled().path("spent").asDouble()).isZero();
    }

    @Test
    void anUpstreamThatDiesIsToldAndWhatWasRelayedIsPaid() throws Exception {
        start(Map.of());
        upstream.spoil(request -> request.path().endsWith("/stream-input") ? new Fault.DiesLater() : null);
        try (var line = line(SPEECH)) {
            line.say("{\"text\":\"0123456789\",\"flush\":true}");
            assertThat(line.next().has("audio")).isTrue();
            line.say("{\"text\":\"01234\",\"flush\":true}");
            assertThat(line.closed()).isEqualTo(1011);
        }

        assertThat(settled().path("spent").asDouble()).isEqualTo(0.075);
    }

    @Test
    void moreThanMayBeRelayedEndsTheSession() throws Exception {
        start(Map.of("PARLEY_LIMITS_SESSION_CHARACTERS", "300"));
        try (var line = line(SPEECH)) {
            line.say(text(200)).say(text(200));
            assertThat(line.closed()).isEqualTo(1008);
            assertThat(line.reason()).contains("300 characters");
        }

        assertThat(settled().path("spent").asDouble()).isEqualTo(1.0);
    }

    @Test
    void whoCanPayALittleGetsALittle() throws Exception {
        start(Map.of("PARLEY_BOOTSTRAP_CREDITS", "2"));
        try (var line = line(SPEECH)) {
            line.say(text(300)).say(text(300));
            assertThat(line.rest().getLast().path("error").asText()).isEqualTo("quota_exceeded");
            assertThat(line.closed()).isEqualTo(1008);
        }

        assertThat(settled().path("spent").asDouble()).isEqualTo(1.5);
    }

    @Test
    void whoCanPayNextToNothingReachesNobody() throws Exception {
        start(Map.of("PARLEY_BOOTSTRAP_CREDITS", "0.5"));
        try (var line = line(SPEECH)) {
            assertThat(line.next().path("error").asText()).isEqualTo("quota_exceeded");
            assertThat(line.closed()).isEqualTo(1008);
        }

        assertThat(upstream.requests()).noneMatch(request -> request.path().endsWith("stream-input"));
    }

    @Test
    void silenceEndsASession() throws Exception {
        start(Map.of("PARLEY_LIMITS_SESSION_IDLE", "1s"));
        try (var line = line(REALTIME)) {
            assertThat(line.rest().getLast().path("message_type").asText()).isEqualTo("input_timeout_exceeded");
            assertThat(line.closed()).isEqualTo(1008);
        }
    }

    @Test
    void aSessionLastsNoLongerThanItMay() throws Exception {
        start(Map.of("PARLEY_LIMITS_SESSION_TOTAL", "1s"));
        try (var line = line(REALTIME)) {
            assertThat(line.rest().getLast().path("message_type").asText()).isEqualTo("session_time_limit_exceeded");
        }
    }

    @Test
    void theUpstreamNeverSeesTheCallersKey() throws Exception {
        start(Map.of());
        try (var line = Line.to(running, client, SPEECH)) {
            line.say("{\"text\":\"Hello. \",\"xi_api_key\":\"" + RunningGateway.KEY + "\"}")
                    .say("{\"text\":\"\"}");
            assertThat(line.closed()).isEqualTo(1000);
        }

        assertThat(upstream.requests().toString()).doesNotContain(RunningGateway.KEY);
    }

    @Test
    void aGatewayThatStopsTellsItsSessionsAndSettlesThem() throws Exception {
        start(Map.of());
        try (var line = line(SPEECH)) {
            line.say("{\"text\":\"0123456789\",\"flush\":true}");
            var _ = line.next();
            var stopping = Thread.ofPlatform().start(running.gateway::close);
            assertThat(line.closed()).isEqualTo(1012);
            stopping.join();
        }

        running.close();
        start(Map.of());
        assertThat(settled().path("spent").asDouble()).isEqualTo(0.05);
    }

    private void start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                FakeElevenLabs.KEY,
                "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                upstream.uri().toString()));
        all.putAll(settings);
        running = RunningGateway.start(data, all);
    }

    private Line line(String path) {
        return Line.to(running, client, path, "xi-api-key", RunningGateway.KEY);
    }

    private static String text(int characters) {
        return "{\"text\":\"" + "x".repeat(characters) + "\",\"flush\":true}";
    }

    private JsonNode task() {
        return running.getJson("/v1/tasks").path("data").path(0);
    }

    /** The account's credits, once nothing is held. */
    private JsonNode settled() {
        var credits = running.credits(RunningGateway.KEY);
        for (int i = 0; i < 1000 && credits.path("held").asDouble() > 0; i++) {
            credits = running.credits(RunningGateway.KEY);
        }
        assertThat(credits.path("held").asDouble()).isZero();
        return credits;
    }
}
