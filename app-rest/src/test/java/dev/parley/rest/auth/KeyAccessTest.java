package dev.parley.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.FakeVoices;
import dev.parley.rest.fixture.Gateway;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAccessTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiKey.State.class,
            names = {"DISABLED", "DELETED"})
    void aKeyThatIsTurnedOffOpensNothing(ApiKey.State state) {
        assertThat(client.get("/v1/credits").status()).isEqualTo(200);

        gateway.change(client.key(), key -> key.in(state));

        assertEnvelope(client.get("/v1/credits"), 401, "invalid_api_key", "authentication_error");
    }

    /** The last six digits are the checksum of the others. */
    @Test
    void aMistypedKeyOpensNothing() {
        char last = client.key().charAt(client.key().length() - 1);
        var typed = client.key().substring(0, client.key().length() - 1) + (last == 'a' ? 'b' : 'a');

        assertEnvelope(client.with(typed).get("/v1/credits"), 401, "invalid_api_key", "authentication_error");
    }

    @Test
    void anUnknownKeyOpensNothing() {
        assertEnvelope(
                client.with("sk-of-nobody-at-all").get("/v1/credits"), 401, "invalid_api_key", "authentication_error");
    }

    @Test
    void aKeyThatIsEnabledAgainOpensAgain() {
        gateway.change(client.key(), key -> key.in(ApiKey.State.DISABLED));
        gateway.change(client.key(), key -> key.in(ApiKey.State.ENABLED));

        assertThat(client.get("/v1/credits").status()).isEqualTo(200);
    }

    @Test
    void aRotatedKeyHasTwoSecretsForAWhile() {
        var next = client.with(gateway.rotate(client.key(), Duration.ofHours(1)));

        assertThat(client.get("/v1/credits").status()).isEqualTo(200);
        assertThat(next.get("/v1/credits").status()).isEqualTo(200);

        gateway.clock.forward(Duration.ofHours(1));
        assertEnvelope(client.get("/v1/credits"), 401, "invalid_api_key", "authentication_error");
        assertThat(next.get("/v1/credits").status()).isEqualTo(200);
    }

    @Test
    void aBannedAccountsKeysOpenNothing() {
        gateway.store.accounts().save(new Account(client.account(), "x", gateway.clock.instant(), true));

        assertEnvelope(client.get("/v1/credits"), 401, "invalid_api_key", "authentication_error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        198.51.100.0/24               ; 198.51.100.7                  ; 200
        198.51.100.0/24               ; 198.51.101.7                  ; 403
        198.51.100.0/24               ; ::ffff:198.51.100.7           ; 200
        198.51.100.0/24               ; 198.51.100.7:1234             ; 200
        198.51.100.0/24               ; 198.51.100.7, 203.0.113.1     ; 403
        198.51.100.0/24               ; 198.51.100.7, 10.1.1.1        ; 200
        198.51.100.0/24               ; 2001:db8::7                   ; 403
        2001:db8::/32                 ; 2001:db8::7                   ; 200
        2001:db8::/32                 ; [2001:db8::7]:443             ; 200
        2001:db8::/32                 ; 2001:db9::7                   ; 403
        2001:db8::/32, 203.0.113.1    ; 203.0.113.1                   ; 200
        2001:db8::/32, 203.0.113.1    ; 203.0.113.2                   ; 403
        203.0.113.1                   ; unknown                       ; 403
        """)
    void anAllowlistLetsInWhomItLists(String ranges, String forwarded, int status) {
        var allowlist =
                Arrays.stream(ranges.split(", ", -1)).map(IpRange::parse).toList();
        var limited = client.with(new KeyLimits(allowlist, Set.of(), null, null, SpendLimits.NONE));

        assertThat(limited.get("/v1/credits", "X-Forwarded-For", forwarded).status())
                .isEqualTo(status);
    }

    @Test
    void whoIsNotInTheAllowlistIsToldTheAddressThatCounts() {
        var allowlist = List.of(IpRange.parse("198.51.100.0/24"));
        var limited = client.with(new KeyLimits(allowlist, Set.of(), null, null, SpendLimits.NONE));

        var answer = limited.get("/v1/credits", "X-Forwarded-For", "198.51.100.1, 203.0.113.9");

        assertEnvelope(answer, 403, "ip_not_allowed", "permission_error");
        assertThat(answer.error("message")).contains("203.0.113.9");
    }

    @Test
    void aKeySeesOnlyTheModelsThatItMayUse() {
        assertThat(client.get("/v1/models").json().path("data").findValuesAsText("id"))
                .contains(FakeVoices.MODEL);

        assertThat(onlyFor("fake-dialogue")
                        .get("/v1/models")
                        .json()
                        .path("data")
                        .findValuesAsText("id"))
                .containsExactly("fake-dialogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audio/generations", "/v1/estimate"})
    void aModelThatTheKeyMayNotUseIsNotFound(String route) {
        var answer = onlyFor("fake-dialogue").post(route, Client.ORDER);

        assertEnvelope(answer, 404, "model_not_found", "invalid_request_error");
        assertThat(gateway.tasks(client.account())).isZero();
    }

    @Test
    void aGuesserIsStoppedAndTheKeysInUseAreNot() {
        String[] elsewhere = {"X-Forwarded-For", "203.0.113.77"};
        assertThat(client.get("/v1/credits", elsewhere).status()).isEqualTo(200);
        for (int i = 0; i < 60; i++) {
            client.with("sk-guess-" + i).get("/v1/credits", elsewhere);
        }

        var stopped = client.with("sk-guess").get("/v1/credits", elsewhere);

        assertEnvelope(stopped, 429, "rate_limit_exceeded", "rate_limit_error");
        assertThat(stopped.header("Retry-After")).isEqualTo("1");
        assertThat(client.get("/v1/credits", elsewhere).status()).isEqualTo(200);
    }

    private Client onlyFor(String model) {
        return client.with(new KeyLimits(List.of(), Set.of(model), null, null, SpendLimits.NONE));
    }

    static void assertEnvelope(Answer answer, int status, String code, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error("code")).isEqualTo(code);
        assertThat(answer.error("type")).isEqualTo(type);
        assertThat(answer.error("message")).isNotBlank();
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(answer.json().path("error").size()).isEqualTo(3);
    }
}
