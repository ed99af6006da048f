package dev.parley.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that only try are told so by every answer. */
@Timeout(30)
class SandboxTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("0");
    private final Client trying = client.with(gateway.testKey(client.account()));

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/credits, 200",
        "GET, /v1/tasks/none, 404",
        "GET, /v1/user, 200",
        "POST, /v1/text-to-dialogue, 415",
        "GET, /v2/voices, 200",
        "GET, /api/v1/models, 200",
        "GET, /v2/requests/status/none, 404",
        "POST, /v1/audio/speech, 415",
        "GET, /v1/nothing, 404",
        "DELETE, /v1/credits, 405"
    })
    void everyAnswerSaysSo(String method, String path, int status) {
        var answer = trying.send(
                method, path, BodyPublishers.ofString(method.equals("POST") ? "x" : ""), "Content-Type", "text/html");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers("x-parley-sandbox")).containsExactly("true");
    }

    @Test
    void theSandboxMakesItAndItCostsNothing() {
        gateway.sandbox.speak(_ -> ScriptedAudio.whole("sand"));

        var answer = trying.post("/v1/music", "{\"prompt\":\"a\"}", "xi-api-key", trying.key());

        assertThat(answer.text()).isEqualTo("sand");
        assertThat(answer.header("x-parley-sandbox")).isEqualTo("true");
        assertThat(answer.header("x-parley-provider")).isEqualTo("sandbox");
    }

    @Test
    void whoMeansItIsNotToldSo() {
        assertThat(client.get("/v1/credits").headers("x-parley-sandbox")).isEmpty();
        assertThat(client.with("sk-test-unknown").get("/v1/credits").headers("x-parley-sandbox"))
                .isEmpty();
    }
}
