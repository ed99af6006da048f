package dev.parley.rest.doorbell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorbellTest {

    private static final String ATTEMPT = "7d1b0e5c-8a1e-4c57-9a54-0d8f6e4f1a11-1";

    private Gateway gateway;
    private Client stranger;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
        stranger = gateway.client("0");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"status\":\"completed\"}", "no JSON at all"})
    void whoeverKnowsTheAddressMayRingWithoutAKey(String body) {
        assertThat(ring(path(), body)).isEqualTo(204);
    }

    @Test
    void longSpeechesAreNotHeard() {
        assertThat(ring(path(), "x".repeat(2 << 20))).isIn(204, 413);
    }

    @Test
    void wrongTokenIsNowhere() {
        assertThat(ring(path() + "A", "{}")).isEqualTo(404);
    }

    @Test
    void tokenOfAnotherAttemptIsNowhere() {
        assertThat(ring(path().replace(ATTEMPT, "7d1b0e5c-8a1e-4c57-9a54-0d8f6e4f1a11-2"), "{}"))
                .isEqualTo(404);
    }

    @Test
    void onlyPostRings() {
        assertThat(stranger.bareGet(path()).status()).isIn(404, 405);
    }

    private int ring(String path, String body) {
        return stranger.bare("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json")
                .status();
    }

    private String path() {
        return gateway.doorbells().address(ATTEMPT).orElseThrow().getPath();
    }
}
