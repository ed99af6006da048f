package dev.parley.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route is for admins, and a new one cannot be forgotten: they are asked of the router. */
class WhoMayAdministerTest {

    private static final String SIGN_IN = "POST /admin/v1/login";

    private static AdminGateway gateway;
    private static String key;

    /** Wrong keys are counted, and so are attempts to sign in. */
    @BeforeEach
    void aMinuteLater() {
        gateway.clock.forward(Duration.ofSeconds(61));
    }

    @BeforeAll
    static void start() {
        gateway = new AdminGateway();
        key = gateway.key();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Set<String> routes() {
        return gateway.routes("/admin");
    }

    static List<String> guarded() {
        return routes().stream().filter(route -> !route.equals(SIGN_IN)).toList();
    }

    @Test
    void theRoutesAreTheDocumentedOnes() throws IOException {
        var row = Pattern.compile("^\\| `([A-Z]+ /admin/v1/[^`]*)` \\|", Pattern.MULTILINE);
        var documented = row.matcher(Files.readString(Path.of("../docs/admin-api.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(routes().stream()
                        .filter(route -> !route.startsWith("HEAD"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anOrdinaryKeyIsForbiddenEverywhere(String route) {
        for (String header : List.of("Authorization", "xi-api-key", "x-api-key", "Ocp-Apim-Subscription-Key")) {
            var answer = send(route, header, header.equals("Authorization") ? "Bearer " + key : key);
            assertRefused(answer, route, 403, "permission_denied", "permission_error");
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoeverProvesNothingIsRefused(String route) {
        assertRefused(send(route), route, 401, "invalid_api_key", "authentication_error");
        assertRefused(
                send(route, "Authorization", "Bearer nothing"), route, 401, "invalid_api_key", "authentication_error");
        assertRefused(send(route, "xi-api-key", "sk-nothing"), route, 401, "invalid_api_key", "authentication_error");
        assertRefused(
                send(route, "Authorization", "Basic YWRtaW46eA=="),
                route,
                401,
                "invalid_api_key",
                "authentication_error");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void anAdminPasses(String route) {
        assertThat(send(route, "Authorization", "Bearer " + gateway.token()).status())
                .isNotIn(401, 403, 405, 500);
    }

    @Test
    void aBadKeyBesideATokenIsRefused() {
        var answer = gateway.as(gateway.token(), "GET", "/admin/v1/accounts", "", "xi-api-key", "sk-nothing");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aTokenInAKeysHeaderIsRefused() {
        assertThat(gateway.send("GET", "/admin/v1/accounts", "", "xi-api-key", gateway.token())
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/v1/accounts/",
                "//admin/v1/accounts",
                "/%61dmin/v1/accounts",
                "/admin/v1/%61ccounts",
                "/admin//v1/accounts",
                "/ADMIN/v1/accounts",
                "/admin;x=1/v1/accounts",
                "/x/../admin/v1/accounts",
                "/admin/v1/login/../accounts",
                "/admin/v1/accounts?x=/admin/v1/login"
            })
    void noSpellingOfAPathIsAWayAround(String path) {
        assertThat(gateway.send("GET", path, "").status()).isIn(401, 404);
    }

    static Set<String> routesOfCallers() {
        return gateway.routes("/v1");
    }

    @ParameterizedTest
    @MethodSource("routesOfCallers")
    void aTokenOpensNoRouteOfCallers(String route) {
        for (var answer : List.of(
                send(route, "Authorization", "Bearer " + gateway.token()), send(route, "x-api-key", gateway.token()))) {
            assertThat(answer.status()).as(route).isEqualTo(401);
            if (!route.startsWith("HEAD")) {
                // Each dialect has its own type for it.
                assertThat(answer.refusal()).as(route).startsWith("invalid_api_key ");
            }
        }
    }

    @Test
    void otherRoutesKnowNothingOfAdmins() {
        assertThat(gateway.send("GET", "/health", "").status()).isEqualTo(200);
        assertThat(gateway.send("GET", "/nothing", "").status()).isEqualTo(404);
        assertThat(gateway.send("POST", "/login", "{}").status()).isEqualTo(404);
        assertThat(gateway.send("POST", "/logout", "{}").status()).isEqualTo(404);
        assertThat(gateway.send("GET", "/keys", "").status()).isEqualTo(404);
        assertThat(gateway.send("POST", "/token_info", "{}").status()).isEqualTo(404);
        assertThat(gateway.send("GET", "/oauth/userinfo", "").status()).isEqualTo(404);
    }

    private static Answer send(String route, String... headers) {
        var parts = route.split(" ", 2);
        var path = parts[1].replaceAll("\\{[^}]*}", "some-id");
        return gateway.send(parts[0], path, "", headers);
    }

    private static void assertRefused(Answer answer, String route, int status, String code, String type) {
        assertThat(answer.status()).as(route).isEqualTo(status);
        if (!route.startsWith("HEAD")) {
            assertThat(answer.refusal()).isEqualTo(code + " " + type);
        }
    }
}
