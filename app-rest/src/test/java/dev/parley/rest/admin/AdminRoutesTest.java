package dev.parley.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin does, and what they are told. */
class AdminRoutesTest {

    private static final String SECRET = "\"secret\":\"sk-";

    private static AdminGateway gateway;
    private String token = "";

    @BeforeAll
    static void start() {
        gateway = new AdminGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void signIn() {
        gateway.clock.forward(Duration.ofSeconds(61));
        token = gateway.token();
    }

    @Test
    void aTokenSaysWhatItIsAndForHowLong() {
        var answer = gateway.signIn("admin", AdminGateway.PASSWORD);

        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHour() {
        gateway.clock.forward(Duration.ofSeconds(899));
        assertThat(get("/accounts").status()).isEqualTo(200);

        gateway.clock.forward(Duration.ofSeconds(1));
        assertThat(get("/accounts").status()).isEqualTo(401);
    }

    @Test
    void theSixthAttemptWaitsForAsLongAsItIsTold() {
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.signIn("admin", "wrong").status()).isEqualTo(401);
        }
        var refused = gateway.signIn("admin", AdminGateway.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error("code")).isEqualTo("rate_limit_exceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("60");

        gateway.clock.forward(Duration.ofSeconds(60));
        assertThat(gateway.signIn("admin", AdminGateway.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aChangeOfThePasswordVoidsTokensOfBefore() {
        try (var other = new AdminGateway()) {
            String before = other.token();
            String body =
                    "{\"password\":\"%s\",\"new_password\":\"another password\"}".formatted(AdminGateway.PASSWORD);
            other.clock.forward(Duration.ofMillis(1));

            assertThat(other.as(before, "POST", "/admin/v1/password", body).status())
                    .isEqualTo(204);

            assertThat(other.as(before, "GET", "/admin/v1/accounts", "").status())
                    .isEqualTo(401);
            assertThat(other.as(other.token("another password"), "GET", "/admin/v1/accounts", "")
                            .status())
                    .as("in the same second")
                    .isEqualTo(200);
        }
    }

    @Test
    void anAccountIsOpenedShownRenamedAndBanned() {
        var opened = post("/accounts", "{\"name\":\"Acme\"}");
        String path = "/accounts/" + opened.json().path("id").asText();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(send("PATCH", path, "{\"name\":\"Other\"}")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Other");
        assertThat(post(path + "/ban", "").json().path("banned").asBoolean()).isTrue();
        assertThat(get(path).json().path("banned").asBoolean()).isTrue();
        assertThat(post(path + "/unban", "").json().path("banned").asBoolean()).isFalse();
    }

    @Test
    void aSecretIsToldOnce() {
        String account = account();
        var issued = post("/accounts/" + account + "/keys", "{\"name\":\"x\",\"limits\":{\"spend\":{\"day\":0.5}}}");
        String key = issued.json().path("id").asText();

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text()).contains(SECRET);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/keys/" + key).text()).doesNotContain("secret").contains("\"day\":0.5");
        assertThat(get("/accounts/" + account + "/keys").text()).doesNotContain("\"secret\"", "hash");
    }

    @Test
    void aKeyMayHaveEitherPrefix() {
        String keys = "/accounts/" + account() + "/keys";

        assertThat(post(keys, "{\"name\":\"x\",\"prefix\":\"aio_\"}")
                        .json()
                        .path("secret")
                        .asText())
                .startsWith("aio_");
        assertThat(post(keys, "{\"name\":\"x\",\"prefix\":\"pk-\"}").error("message"))
                .isEqualTo("'prefix' must be one of: sk-, aio_, sk-test-.");
    }

    @Test
    void aRotatedKeyHasAnotherSecret() {
        String key = post("/accounts/" + account() + "/keys", "{\"name\":\"x\"}")
                .json()
                .path("id")
                .asText();

        var rotated = post("/keys/" + key + "/rotate", "{\"overlap_seconds\":3600}");

        assertThat(rotated.text()).contains(SECRET, "old_secret_until");
        assertThat(post("/keys/" + key + "/rotate", "{\"overlap_seconds\":86401}")
                        .error("message"))
                .startsWith("'overlap_seconds' must be from 0 to 86400");
    }

    @Test
    void aDeletedKeyIsAConflict() {
        String key = "/keys/"
                + post("/accounts/" + account() + "/keys", "{\"name\":\"x\"}")
                        .json()
                        .path("id")
                        .asText();

        assertThat(send("DELETE", key, "").json().path("state").asText()).isEqualTo("deleted");
        assertThat(post(key + "/enable", "").status()).isEqualTo(409);
        assertThat(post(key + "/enable", "").error("code")).isEqualTo("conflict");
    }

    @Test
    void secretsCannotBeAskedForAgain() {
        var answer = send("POST", "/accounts/" + account() + "/keys", "{\"name\":\"x\"}", "Idempotency-Key", "k1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).contains("secret");
    }

    @Test
    void aRepeatedGrantIsAnsweredToTheByteAndGrantedOnce() {
        String account = account();
        var first = grant(account, "10.000001", "k1");
        post("/accounts/" + account + "/credits", "{\"amount\":1,\"reason\":\"between\"}");

        var again = grant(account, "10.000001", "k1");

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(get("/accounts/" + account).json().at("/balance/available").asText())
                .isEqualTo("11.000001");
        assertThat(grant(account, "10", "k1").status()).isEqualTo(422);
    }

    @Test
    void theSameKeyForAnotherAccountIsAnotherGrant() {
        String one = account();
        String other = account();

        assertThat(grant(one, "1", "k2").json().path("account").asText()).isEqualTo(one);
        assertThat(grant(other, "1", "k2").json().path("account").asText()).isEqualTo(other);
    }

    @Test
    void aRepeatedOpeningIsAnsweredToTheByte() {
        var first = send("POST", "/accounts", "{\"name\":\"Acme\"}", "Idempotency-Key", "open");
        var again = send("POST", "/accounts", "{ \"name\": \"Acme\" }", "Idempotency-Key", "open");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void whatIsHeldOrSpentCannotBeWithdrawn() {
        var answer = post("/accounts/" + account() + "/credits/withdraw", "{\"amount\":1,\"reason\":\"x\"}");
        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void everyEntryIsListed() {
        String account = account();
        grant(account, "2", "k3");

        assertThat(get("/accounts/" + account + "/entries").json().at("/data/0").toString())
                .contains("\"kind\":\"grant\"", "\"from\":\"operator\"", "\"to\":\"available\"", "\"amount\":2");
    }

    @Test
    void theLedgerIsVerified() {
        assertThat(post("/ledger/verify", "").text())
                .isEqualTo("{\"clean\":true,\"accounts\":1,\"entries\":2,\"differences\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/accounts                 | {\"name\":\"x\",\"balance\":9}              | 'balance' is not a known"
                        + " field.",
                "/accounts                 | {\"name\":\"x\",\"banned\":false}           | 'banned' is not a known"
                        + " field.",
                "/accounts                 | {\"name\":\"x\",\"id\":\"acc_1\"}           | 'id' is not a known field.",
                "/accounts                 | {\"name\":1}                                | 'name' must be a string",
                "/accounts                 | {}                                          | 'name' is required.",
                "/accounts                 | []                                          | The body must be a JSON"
                        + " object",
                "/accounts                 | {\"name\":\"x\",\"name\":\"y\"}             | The body has an object that"
                        + " names",
                "/accounts/%s/keys         | {\"name\":\"x\",\"hash\":\"00\"}            | 'hash' is not a known"
                        + " field.",
                "/accounts/%s/keys         | {\"name\":\"x\",\"secret\":\"sk-mine\"}     | 'secret' is not a known"
                        + " field.",
                "/accounts/%s/keys         | {\"name\":\"x\",\"limits\":{\"role\":1}}    | 'limits.role' is not a"
                        + " known",
                "/accounts/%s/keys         | {\"name\":\"x\",\"limits\":{\"spend\":{\"x\":1}}} | 'limits.spend.x' is"
                        + " not",
                "/accounts/%s/keys         | {\"name\":\"x\",\"limits\":{\"calls_at_once\":1.5}} |"
                        + " 'limits.calls_at_once' must",
                "/accounts/%s/keys         | {\"name\":\"x\",\"limits\":{\"addresses\":[1]}} | 'limits.addresses[0]'"
                        + " must",
                "/accounts/%s/credits      | {\"amount\":1}                              | 'reason' is required.",
                "/accounts/%s/credits      | {\"amount\":0,\"reason\":\"x\"}             | 'amount' must be a number"
                        + " of",
                "/accounts/%s/credits      | {\"amount\":1e99,\"reason\":\"x\"}          | 'amount' must be a number"
                        + " of",
                "/accounts/%s/credits      | {\"amount\":true,\"reason\":\"x\"}          | 'amount' must be a number",
                "/password                 | {\"password\":\"x\",\"new_password\":\"short\"} | 'new_password' must be"
                        + " at",
                "/login                    | {\"name\":\"admin\",\"password\":\"x\",\"role\":\"ADMIN\"} | 'role' is"
                        + " not",
            })
    void aWrongBodyIsNamed(String path, String body, String message) {
        var answer = path.equals("/login")
                ? gateway.send("POST", "/admin/v1/login", body)
                : post(path.formatted(account()), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts?limit=0",
                "/accounts?limit=101",
                "/accounts?page=2",
                "/tasks?status=odd",
                "/tasks?status=PENDING",
                "/tasks?cursor=x",
                "/usage?by=cost",
                "/usage?from=yesterday",
                "/usage?from=2026-01-01&to=2026-12-31",
                "/usage?from=2026-01-01&from=2026-01-02"
            })
    void aWrongParameterIsRefused(String path) {
        var answer = get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/acc_no",
                "/accounts/acc_no/keys",
                "/accounts/acc_no/entries",
                "/keys/key_no",
                "/tasks/00000000-0000-0000-0000-000000000000"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(path).error("code")).isEqualTo("not_found");
    }

    @Test
    void neitherPasswordsNorTokensNorSecretsAreLogged() {
        List<String> logged = new ArrayList<>();
        var everything = Logger.getLogger("");
        var before = everything.getLevel();
        var listener = new Listener(logged);
        everything.setLevel(Level.ALL);
        everything.addHandler(listener);
        try {
            var secret = post("/accounts/" + account() + "/keys", "{\"name\":\"x\"}")
                    .json()
                    .path("secret")
                    .asText();
            gateway.signIn("admin", "a wrong password");
            gateway.as(token + "x", "GET", "/admin/v1/accounts", "");
            everything.info("the listener hears");

            assertThat(String.join("\n", logged))
                    .contains("the listener hears")
                    .doesNotContain(AdminGateway.PASSWORD, "a wrong password", token, secret);
        } finally {
            everything.removeHandler(listener);
            everything.setLevel(before);
        }
    }

    private static final class Listener extends Handler {

        private final List<String> logged;

        Listener(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public synchronized void publish(LogRecord logRecord) {
            logged.add(logRecord.getMessage() + " "
                    + List.of(logRecord.getParameters() == null ? new Object[0] : logRecord.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private String account() {
        return post("/accounts", "{\"name\":\"Acme\"}").json().path("id").asText();
    }

    private Answer grant(String account, String amount, String key) {
        String body = "{\"amount\":%s,\"reason\":\"invoice\"}".formatted(amount);
        return send("POST", "/accounts/" + account + "/credits", body, "Idempotency-Key", key);
    }

    private Answer get(String path) {
        return send("GET", path, "");
    }

    private Answer post(String path, String body) {
        return send("POST", path, body);
    }

    private Answer send(String method, String path, String body, String... headers) {
        return gateway.as(token, method, "/admin/v1" + path, body, headers);
    }
}
