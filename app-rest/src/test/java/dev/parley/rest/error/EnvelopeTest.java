package dev.parley.rest.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.Wire;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the answer is ours: one shape, a request id, nothing of the inside. */
class EnvelopeTest {

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
        "GET, /v1/nothing, 404",
        "GET, /nothing, 404",
        "GET, /, 404",
        "DELETE, /v1/tasks, 405",
        "GET, /v1/audio/generations, 405",
        "POST, /health, 405"
    })
    void unknownRoutesAndMethodsAreRefused(String method, String path, int status) {
        var answer = gateway.client("5").send(method, path, BodyPublishers.noBody(), "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error("code")).isEqualTo("invalid_request");
        assertThat(answer.error("type")).isEqualTo("invalid_request_error");
        assertEnvelope(answer);
    }

    @Test
    void aWrongMethodLearnsTheRightOnes() {
        var answer = gateway.client("5").send("DELETE", "/v1/tasks", BodyPublishers.noBody());

        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void optionsTellTheMethodsToAnybody() {
        var answer = gateway.client("5").bare("OPTIONS", "/v1/audio/generations", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void headIsGetWithoutItsBody() {
        var answer = gateway.client("5").send("HEAD", "/v1/credits", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void aBugIsAnInternalErrorThatTellsNothing() {
        try (var broken = Gateway.start()) {
            broken.voices.fail(new IllegalStateException("secret inside"));

            var answer = broken.client("5").get("/v1/voices");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.error("code")).isEqualTo("internal_error");
            assertThat(answer.error("type")).isEqualTo("api_error");
            assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
            assertEnvelope(answer);
        }
    }

    @Test
    void aRequestIdIsNeverTheCallersOwn() {
        var client = gateway.client("5");

        var answer = client.get("/v1/credits", "request-id", "mine", "x-request-id", "mine");

        assertThat(answer.headers("request-id")).hasSize(1).first().asString().startsWith("req_");
        assertThat(answer.header("request-id")).isEqualTo(answer.header("x-request-id"));
        assertThat(client.get("/v1/credits").header("request-id")).isNotEqualTo(answer.header("request-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/tasks?x=%zz HTTP/1.1",
                "GET /v1/ta%zz HTTP/1.1",
                "GET /v1/ta[]{} HTTP/1.1",
                "NONSENSE",
                "GET /v1/tasks HTTP/1.1|Content-Length: -1",
                "POST /v1/estimate HTTP/1.1|Content-Length: 3|Transfer-Encoding: chunked"
            })
    void evenWhatIsNotHttpGetsTheEnvelope(String lines) throws IOException {
        String said = Wire.exchange(gateway, (lines + "|Host: x|Connection: close").split("\\|"));

        assertThat(said).contains(" 400 ").contains("request-id: req_");
        assertThat(Answer.parse(said.substring(said.indexOf("\r\n\r\n")))
                        .path("error")
                        .path("code")
                        .asText())
                .isEqualTo("invalid_request");
    }

    @Test
    void headersTooLongAreRefused() {
        var answer = gateway.client("5").bareGet("/health", "X-Long", "x".repeat(20_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error("message")).isEqualTo("The body, the headers or the address is too long.");
    }

    @Test
    void addressesTooLongAreRefused() {
        assertThat(gateway.client("5").bareGet("/" + "x".repeat(5_000)).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%s HTTP/1.1", "GET / HTTP/1.1|X-Long: %s%s%s%s", "NONSENSE", "GET /ta%%zz HTTP/1.1"})
    void aConnectionIsClosedAfterWhatCannotBeRead(String lines) throws IOException {
        String longText = "x".repeat(5_000);
        String head = lines.formatted(longText, longText, longText, longText);

        // Returns at the end of the connection only.
        assertThat(Wire.exchange(gateway, head.split("\\|"))).contains("\"invalid_request\"");
    }

    @Test
    void aBodyThatIsTooLargeIsNotEvenAwaited() throws IOException {
        String said = Wire.exchange(
                gateway,
                "POST /v1/estimate HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + gateway.client("5").key(),
                "Content-Length: 9999999",
                "Connection: close");

        assertThat(said).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void healthNeedsNoKey() {
        var answer = gateway.client("5").bareGet("/health");

        assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beans", "env", "info", "loggers", "metrics", "refresh", "routes", "stop", "threaddump"})
    void theFrameworkHasNoRoutesOfItsOwn(String endpoint) {
        assertThat(gateway.client("5").get("/" + endpoint).status()).isEqualTo(404);
        assertThat(gateway.client("5").post("/" + endpoint, "{}").status()).isEqualTo(404);
    }

    @Test
    void theServerDoesNotSayWhatItIs() {
        assertThat(gateway.client("5").bareGet("/health").headers("Server")).isEmpty();
    }

    private static void assertEnvelope(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("request-id")).startsWith("req_");
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.json().path("error")).hasSize(3);
    }
}
