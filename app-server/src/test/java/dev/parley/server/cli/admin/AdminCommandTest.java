package dev.parley.server.cli.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.Gateway;
import dev.parley.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** While the server runs: what is done at the terminal counts from its next request on. */
class AdminCommandTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path data = Path.of("");

    private static Gateway gateway;
    private static Terminal terminal;

    @BeforeAll
    static void start() throws IOException {
        gateway = Gateway.start(ServerConfig.load(
                Map.of(
                        "PARLEY_DATA_DIR",
                        data.toString(),
                        "PARLEY_HTTP_PORT",
                        "0",
                        "PARLEY_GRPC_PORT",
                        "0",
                        "PARLEY_WEBHOOKS_ALLOW",
                        "127.0.0.1"),
                data));
        terminal = new Terminal(data);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void anIssuedKeyOpensTheServerAtOnce() throws Exception {
        var key = terminal.json("keys", "create", "--account", account(), "--name", "night show");

        assertThat(status(key.text("secret"))).isEqualTo(200);
    }

    @Test
    void aKeyCanHaveTheOtherPrefix() throws Exception {
        var key = terminal.json("keys", "create", "--account", account(), "--name", "x", "--prefix", "aio_");

        assertThat(key.text("secret")).startsWith("aio_");
        assertThat(status(key.text("secret"))).isEqualTo(200);
    }

    @Test
    void aDisabledKeyIsTurnedAwayAtOnce() throws Exception {
        var key = terminal.json("keys", "create", "--account", account(), "--name", "x");

        terminal.json("keys", "disable", key.text("id"));
        assertThat(status(key.text("secret"))).isEqualTo(401);

        terminal.json("keys", "enable", key.text("id"));
        assertThat(status(key.text("secret"))).isEqualTo(200);
    }

    @Test
    void aRotatedKeyHasTwoSecretsForAWhile() throws Exception {
        var first = terminal.json("keys", "create", "--account", account(), "--name", "x");
        var second = terminal.json("keys", "rotate", first.text("id"), "--overlap", "24h");
        assertThat(status(first.text("secret"))).isEqualTo(200);
        assertThat(status(second.text("secret"))).isEqualTo(200);

        terminal.json("keys", "rotate", first.text("id"));
        assertThat(status(second.text("secret"))).isEqualTo(401);
    }

    @Test
    void webhooksAreTestedShownAndSentAgain() throws Exception {
        String id = endpoint(account());
        var test = terminal.json("webhooks", "test", id);
        var told = test;
        for (int look = 0; look < 100 && told.json().path("log").isEmpty(); look++) {
            Thread.sleep(50);
            told = terminal.json("webhooks", "show", test.text("id"));
        }

        assertThat(told.json().path("log")).as("nobody listens there").hasSize(1);
        assertThat(terminal.json("webhooks", "list", "--endpoint", id, "--state", "waiting")
                        .json())
                .hasSize(1);
        assertThat(terminal.json("webhooks", "resend", test.text("id")).text("id"))
                .isEqualTo(test.text("id"));
        assertThat(terminal.json("webhooks", "replay", id).text("count")).isEqualTo("0");
    }

    @Test
    void aDisabledEndpointCannotBeTested() throws Exception {
        String account = account();
        String id = endpoint(account);

        assertThat(terminal.json("webhooks", "disable", id).text("disabled_by")).isEqualTo("operator");
        assertThat(terminal.type("webhooks", "test", id).code()).isNotZero();
        assertThat(terminal.json("webhooks", "enable", id).text("enabled")).isEqualTo("true");
        assertThat(terminal.json("webhooks", "endpoints", "--account", account).json())
                .hasSize(1);
    }

    /** Where nobody listens. */
    private static String endpoint(String account) throws Exception {
        var key = terminal.json("keys", "create", "--account", account, "--name", "hooks")
                .text("secret");
        var request = HttpRequest.newBuilder(gateway.httpUrl().resolve("/v1/webhooks/endpoints"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"http://127.0.0.1:9/hook\"}"))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString()).body();
        return answer.replaceFirst(".*\"id\":\"(ep_[^\"]*)\".*", "$1");
    }

    @Test
    void aBanTurnsAwayAtOnce() throws Exception {
        String account = account();
        var key = terminal.json("keys", "create", "--account", account, "--name", "x");

        terminal.json("accounts", "ban", account);
        assertThat(status(key.text("secret"))).isEqualTo(401);

        terminal.json("accounts", "unban", account);
        assertThat(status(key.text("secret"))).isEqualTo(200);
    }

    @Test
    void grantedCreditsAreThere() {
        String account = account();
        terminal.json("credits", "grant", account, "500", "--reason", "invoice 7");
        terminal.json("credits", "withdraw", account, "0.5", "--reason", "mistake");

        assertThat(terminal.json("accounts", "show", account).text("available")).isEqualTo("499.5");
        assertThat(terminal.json("credits", "entries", account).json())
                .hasSize(2)
                .first()
                .satisfies(entry -> assertThat(entry.path("reference").asText()).isEqualTo("invoice 7"));
    }

    @Test
    void limitsAreTakenAndShown() {
        var key = terminal.json("keys", "create", "--account", account(), "--name", "x", "--spend-day", "40");

        var changed = terminal.json(
                "keys",
                "limits",
                key.text("id"),
                "--allow-ip",
                "203.0.113.0/24",
                "--allow-ip",
                "2001:db8::/32",
                "--model",
                "elevenlabs-v3",
                "--requests-per-minute",
                "120",
                "--calls-at-once",
                "10",
                "--spend-hour",
                "5");

        assertThat(changed.json().path("limits").toString())
                .isEqualTo("{\"addresses\":[\"203.0.113.0/24\",\"2001:db8:0:0:0:0:0:0/32\"],"
                        + "\"models\":[\"elevenlabs-v3\"],\"requests_per_minute\":120,\"calls_at_once\":10,"
                        + "\"spend_hour\":5}");
    }

    @Test
    void limitsAreNotLiftedByLeavingThemOut() {
        var key = terminal.json("keys", "create", "--account", account(), "--name", "x");

        assertThat(terminal.type("keys", "limits", key.text("id")).code()).isEqualTo(2);
        assertThat(terminal.type("keys", "limits", key.text("id"), "--none").code())
                .isZero();
    }

    @Test
    void peopleReadAlignedTables() {
        String account = account();
        terminal.json("keys", "create", "--account", account, "--name", "night show");

        var lines = terminal.type("keys", "list", "--account", account)
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("ID +ACCOUNT +NAME +STATE .*");
        assertThat(lines.get(0).indexOf("NAME")).isEqualTo(lines.get(1).indexOf("night show"));
    }

    @Test
    void aNewPasswordSignsInAndTheOldOneDoesNot() throws Exception {
        String old = terminal.json("password").text("password");
        String next = terminal.json("password").text("password");

        assertThat(signIn(old)).isEqualTo(401);
        assertThat(signIn(next)).isEqualTo(200);
    }

    @Test
    void aPasswordFromStandardInputIsNotPrinted() {
        var said = terminal.typeWithInput("correct horse battery\n", "password", "admin", "--stdin");

        assertThat(said.code()).isZero();
        assertThat(said.out() + said.err()).doesNotContain("correct");
    }

    @Test
    void theBooksAreInOrder() {
        assertThat(terminal.json("ledger", "verify").json().path("clean").asBoolean())
                .isTrue();
    }

    @Test
    void usageHasTheColumnsThatWereAskedFor() {
        assertThat(terminal.json("usage", "--by", "key,day", "--from", "2026-11-01", "--to", "2026-11-30")
                        .json()
                        .isArray())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts show acc_nobody                   | parley: There is no such account.",
                "keys disable key_nobody                    | parley: There is no such key.",
                "tasks show nothing                         | parley: There is no such task.",
                "credits grant acc_nobody 0 --reason x      | parley: 'amount' must be a number of credits",
                "usage --from 2026-01-01 --to 2026-12-31    | parley: 'from' must be at most 92 days",
                "password nobody                            | parley: There is no such admin.",
            })
    void whatIsRefusedIsToldInOneLine(String words, String complaint) {
        var said = terminal.type(words.split(" ", -1));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines()).last().asString().startsWith(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts",
                "accounts create",
                "keys create --name x",
                "credits grant acc_1 5",
                "keys rotate key_1 --overlap soon",
                "tasks list --status odd",
                "usage --by cost",
                "nonsense"
            })
    void misuseEndsWithTwo(String words) {
        assertThat(terminal.type(words.split(" ", -1)).code()).isEqualTo(2);
    }

    @Test
    void aDirectoryWithoutADatabaseIsNamed(@TempDir Path empty) {
        var said = new Terminal(empty).type("accounts", "list");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("there is no database in " + empty);
        assertThat(empty).isEmptyDirectory();
    }

    private static String account() {
        return terminal.json("accounts", "create", "Radio Athens").text("id");
    }

    private static int status(String key) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(gateway.httpUrl() + "/v1/credits"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static int signIn(String password) throws IOException, InterruptedException {
        String body = "{\"name\":\"admin\",\"password\":\"" + password + "\"}";
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(gateway.httpUrl() + "/admin/v1/login"))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
