package dev.parley.server.e2e;

import static dev.parley.server.e2e.RunningGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that stops does not let those pay who are listening over HTTP. */
@Timeout(60)
class HttpStopTest {

    private static final String LONG = "{\"inputs\":[{\"voice_id\":\"Rachel\",\"text\":\""
            + "All happy families are alike. ".repeat(160) + "\"}]}";

    @Test
    void whoeverIsListeningIsBrokenOffAndPaysNothing(@TempDir Path data) throws Exception {
        var settings = Map.of("PARLEY_LIMITS_STOP_TIMEOUT", "1s");
        String task;
        try (var http = HttpClient.newHttpClient()) {
            var running = RunningGateway.start(data, settings);
            var answer = http.send(request(running.gateway.httpUrl()), BodyHandlers.ofInputStream());
            try (var audio = answer.body()) {
                assertThat(audio.read()).isNotNegative();
                running.close();
                assertThatThrownBy(audio::readAllBytes).isInstanceOf(IOException.class);
            }
            task = answer.headers().firstValue("request-id").orElseThrow();
        }

        try (var again = RunningGateway.start(data, settings)) {
            assertThat(again.getJson("/v1/tasks/" + task).path("status").asText())
                    .isEqualTo("failed");
            assertThat(again.getJson("/v1/credits").at("/data/spent").asInt()).isZero();
            assertThat(again.getJson("/v1/credits").at("/data/held").asInt()).isZero();
        }
    }

    @Test
    void whoeverHasEndedKeepsNobodyWaiting(@TempDir Path data) throws Exception {
        var running = RunningGateway.start(data, Map.of());
        assertThat(running.getJson("/v1/credits").has("data")).isTrue();

        long before = System.nanoTime();
        running.close();

        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }

    private static HttpRequest request(URI server) {
        return HttpRequest.newBuilder(server.resolve("/v1/text-to-dialogue/stream?output_format=pcm_48000"))
                .header("xi-api-key", KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(LONG))
                .build();
    }
}
