package dev.parley.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.HostileJson;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are meant to hurt: by whoever is not signed in yet, too. */
@Timeout(30)
class HostileAdminTest {

    private static final AdminGateway gateway = new AdminGateway();
    private static final String token = gateway.token();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource
    void itIsRefusedAndNothingBreaks(HostileJson hostile) {
        for (String path : List.of("/admin/v1/login", "/admin/v1/accounts", "/admin/v1/password")) {
            var answer = gateway.as(token, "POST", path, hostile.body);

            assertThat(answer.status()).as(path).isEqualTo(hostile.status);
            assertThat(answer.error("code")).isEqualTo("invalid_request");
            assertThat(answer.error("message")).hasSizeLessThan(300).doesNotContain("Exception", "jackson");
        }
    }

    /** Some of them read none, and do not mind. */
    static List<String> routesThatChange() {
        return gateway.routes("/admin").stream()
                .filter(route -> !route.startsWith("GET") && !route.startsWith("HEAD"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routesThatChange")
    void noneBreaksAtADeepBody(String route) {
        var parts = route.split(" ", 2);

        var answer =
                gateway.as(token, parts[0], parts[1].replaceAll("\\{[^}]*}", "some-id"), HostileJson.DEEP_ARRAYS.body);

        assertThat(answer.status()).isIn(200, 400, 404);
    }

    @ParameterizedTest
    @MethodSource("routesThatChange")
    void noneReadsWhatIsCompressed(String route) {
        var parts = route.split(" ", 2);

        var answer = gateway.as(
                token, parts[0], parts[1].replaceAll("\\{[^}]*}", "some-id"), "{}", "Content-Encoding", "gzip");

        assertThat(answer.status()).isIn(200, 404, 415);
    }
}
