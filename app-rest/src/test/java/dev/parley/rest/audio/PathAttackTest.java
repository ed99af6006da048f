package dev.parley.rest.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path leads anywhere but to a refusal. On the bare wire: a client would tidy them up. */
class PathAttackTest {

    private static final String CANARY = "canary-of-the-store";

    private static final Gateway gateway = Gateway.start();
    private static final Client client = gateway.client("5");
    private static final String id = client.submit(Client.ORDER);
    private static final String link = completed();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String completed() {
        gateway.complete(id, CANARY.getBytes(StandardCharsets.US_ASCII));
        return client.get("/v1/tasks/" + id).json().at("/output/urls/0").asText();
    }

    static List<String> segments() {
        var climbs = Stream.of(
                        "..",
                        "%2e%2e",
                        "%2E.",
                        ".%2e",
                        "%252e%252e",
                        "%c0%ae%c0%ae",
                        "%uff0e%uff0e",
                        "..%00",
                        "...",
                        ".",
                        "..;",
                        "..%20",
                        "..%0d%0a",
                        "..%09",
                        "%00..",
                        "..%3f",
                        "..%23")
                .flatMap(up -> Stream.of("/", "//", "%2f", "%2F", "\\", "%5c", "%5C", "%252f", "%c0%af", "%e2%88%95")
                        .map(slash -> (up + slash).repeat(6) + "etc" + slash + "passwd"));
        var others = Stream.of(
                "%00",
                "%00.mp3",
                "a%00b",
                "%0d%0aSet-Cookie:%20x=1",
                "%0a",
                "%7f",
                "%e2%80%ae",
                "%e2%80%ae3pm.eugolaid",
                "%d7%90%d7%91",
                "%ff%fe",
                "%ed%a0%80",
                "%",
                "%2",
                "%zz",
                "%u002e",
                "CON",
                "NUL",
                "COM1",
                "LPT1.mp3",
                "aux.mp3",
                "~",
                "~root",
                "$HOME",
                "$(id)",
                "%60id%60",
                "${jndi:ldap://127.0.0.1:1/a}",
                "file:///etc/passwd",
                "file:%2f%2f%2fetc%2fpasswd",
                "http://127.0.0.1:1/",
                "C:%5cwindows%5cwin.ini",
                "%5c%5chost%5cshare",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "//etc/passwd",
                "dialogue.mp3:$DATA",
                "dialogue.mp3::$DATA",
                "dialogue.mp3.",
                "dialogue.mp3%20",
                "incoming",
                "*",
                "%3f",
                "[a]",
                "{a}",
                "{task}",
                "'%20OR%201=1%20--",
                "x".repeat(3000),
                "%41".repeat(1000));
        return Stream.concat(climbs, others).toList();
    }

    @Test
    void thereAreTwoHundredOfThem() {
        assertThat(segments()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/audio/%s", "/audio/TASK/%s", "/audio/%s/dialogue.mp3", "/v1/tasks/%s", "/v1/tasks/TASK/%s"})
    void noneIsAnythingButRefused(String route) throws IOException {
        for (String segment : segments()) {
            var path = route.replace("TASK", id).replace("%s", segment);
            var answer = Wire.exchange(
                    gateway,
                    "GET " + path + signature(route) + " HTTP/1.1",
                    "Host: x",
                    "Connection: close",
                    "x-api-key: " + client.key());

            assertThat(answer).as(path).containsPattern("^HTTP/1\\.[01] (400|403|404|414) ");
            assertThat(answer).as(path).doesNotContain(CANARY, "root:", "Exception", "Set-Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tasks/%s/cancel"})
    void noneCancelsATask(String route) throws IOException {
        for (String segment : segments()) {
            var answer = Wire.exchange(
                    gateway,
                    "POST " + route.replace("%s", segment) + " HTTP/1.1",
                    "Host: x",
                    "Connection: close",
                    "Content-Length: 0",
                    "x-api-key: " + client.key());

            assertThat(answer).as(segment).containsPattern("^HTTP/1\\.[01] (400|404|405|414) ");
        }
    }

    /** A true signature, for what it does not name. */
    private static String signature(String route) {
        return route.startsWith("/audio") ? link.substring(link.indexOf('?')) : "";
    }
}
