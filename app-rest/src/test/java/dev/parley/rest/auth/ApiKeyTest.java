package dev.parley.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer %s",
        "Authorization, bearer  %s",
        "xi-api-key, %s",
        "Ocp-Apim-Subscription-Key, %s",
        "x-api-key, %s"
    })
    void eachHeaderCarriesTheKey(String header, String value) {
        var client = gateway.client("5");

        assertThat(client.bareGet("/v1/credits", header, value.formatted(client.key()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer sk-unknown",
        "Authorization, Bearer",
        "Authorization, ''",
        "Authorization, Basic dTpw",
        "Authorization, %s",
        "xi-api-key, sk-unknown",
        "xi-api-key, ''",
        "x-api-key, Bearer %s"
    })
    void anythingElseIsRefused(String header, String value) {
        var client = gateway.client("5");

        assertRefused(client.bareGet("/v1/credits", header, value.formatted(client.key())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/credits",
                "/v1/tasks",
                "/v1/tasks/",
                "/v1/models",
                "/v1/voices",
                "//v1/tasks",
                "/v1/%74asks",
                "/v1/../v1/tasks",
                "/v1/nothing",
                "/api/v1/models",
                "/api/nothing"
            })
    void noRouteIsOpenWithoutAKey(String path) {
        assertRefused(gateway.client("5").bareGet(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/requests/status/x",
                "/v2/requests/nothing",
                "/eleven-v3-alpha-954/v1/eleven-v3-alpha-request",
                "/eleven-v3-alpha-954/nothing",
                "/elevenlabs-music-api-368/nothing"
            })
    void noRouteUnderAModelsNameIsOpenEither(String path) {
        var answer = gateway.client("5").bareGet(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.refusal()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%761/tasks",
                "/V1/tasks",
                "/v1;x=1/tasks",
                "/x/../v1/tasks",
                "/%61pi/v1/models",
                "/API/v1/models",
                "/v2;/requests/status/x"
            })
    void noSpellingOfAPathIsAWayAround(String path) {
        assertThat(gateway.client("5").bareGet(path).status()).isIn(401, 404);
    }

    @Test
    void theSameKeyTwiceIsOneKey() {
        var client = gateway.client("5");

        assertThat(client.get("/v1/credits", "xi-api-key", client.key()).status())
                .isEqualTo(200);
    }

    @Test
    void aBadKeyBesideAGoodOneIsRefused() {
        assertRefused(gateway.client("5").get("/v1/credits", "xi-api-key", "sk-unknown"));
    }

    @Test
    void keysOfTwoCallersAreRefused() {
        var other = gateway.client("5");

        assertRefused(gateway.client("5").get("/v1/credits", "xi-api-key", other.key()));
    }

    @Test
    void manyKeysAreNotEvenLookedUp() {
        var answer = gateway.client("5")
                .bareGet(
                        "/v1/credits",
                        "x-api-key",
                        "a",
                        "x-api-key",
                        "b",
                        "x-api-key",
                        "c",
                        "x-api-key",
                        "d",
                        "x-api-key",
                        "e");

        assertRefused(answer);
        assertThat(answer.error("message")).isEqualTo("The request carries too many keys: send one.");
    }

    @Test
    void theKeyIsCheckedBeforeTheBody() {
        var answer = gateway.client("5").bare("POST", "/v1/estimate", BodyPublishers.ofString("x".repeat(2 << 20)));

        assertRefused(answer);
    }

    @Test
    void aRefusalNeverRepeatsTheKey() {
        assertThat(gateway.client("5")
                        .bareGet("/v1/credits", "x-api-key", "sk-canary")
                        .text())
                .doesNotContain("canary");
    }

    @Test
    void aHalfKeyIsNoKey() {
        var client = gateway.client("5");
        var half = new Client(gateway, client.account(), client.key().substring(0, 20));

        assertRefused(half.get("/v1/credits"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error("code")).isEqualTo("invalid_api_key");
        assertThat(answer.error("type")).isEqualTo("authentication_error");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
