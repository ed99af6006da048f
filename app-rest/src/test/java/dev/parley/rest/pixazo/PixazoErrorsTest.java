package dev.parley.rest.pixazo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import io.micronaut.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The errors of seeds/002, and its webhook headers. */
class PixazoErrorsTest {

    private static final String MUSIC = "/elevenlabs-music-api-368/v1/elevenlabs-music-api-request";
    private static final Duration SOON = Duration.ofSeconds(3);
    private static Gateway gateway;
    private Client client;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void newClient() {
        client = gateway.client("5");
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new Refusal.Invalid("f", "is required."), 400, "Bad Request"),
                arguments(new Refusal.RejectedUpstream("m"), 400, "Bad Request"),
                arguments(new Refusal.ModelNotFound("m"), 400, "Model not found"),
                arguments(new Refusal.Unauthenticated("m"), 401, "Unauthorized"),
                arguments(
                        new Refusal.CreditsShort(Credits.ofWhole(2), Credits.ofWhole(1)), 402, "Insufficient Balance"),
                arguments(spent(SpendSpan.TOTAL, null), 402, "Insufficient Balance"),
                arguments(new Refusal.AddressNotAllowed("m"), 403, "Forbidden"),
                arguments(new Refusal.TaskNotFound("m"), 404, "Not Found"),
                arguments(new Refusal.NotFound("m"), 404, "Not Found"),
                arguments(new Refusal.TaskCancelled("m"), 409, "Conflict"),
                arguments(new Refusal.StillRunning("m", SOON), 409, "Conflict"),
                arguments(new Refusal.Conflict("m"), 409, "Conflict"),
                arguments(new Refusal.KeyReused("m"), 422, "Unprocessable Entity"),
                arguments(new Refusal.TooMany("m", SOON), 429, "Too Many Requests"),
                arguments(spent(SpendSpan.DAY, SOON), 429, "Too Many Requests"),
                arguments(new Refusal.Unavailable("m", SOON), 503, "Service Unavailable"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRefusalHasItsStatusAndItsKind(Refusal refusal, int status, String error) {
        var reply = new PixazoErrors().reply(HttpRequest.GET("/"), refusal);

        assertThat(reply.code()).isEqualTo(status);
        assertThat(((ErrorJson) reply.getBody().orElseThrow()).error()).isEqualTo(error);
    }

    @Test
    void theTableHoldsEveryRefusal() {
        var kinds = table().map(row -> row.get()[0].getClass()).collect(Collectors.toSet());

        assertThat(kinds).hasSameSizeAs(Arrays.asList(Refusal.class.getPermittedSubclasses()));
    }

    @Test
    void whoeverShouldWaitIsToldHowLong() {
        assertThat(table().map(row -> (Refusal) row.get()[0])
                        .filter(refusal -> new PixazoErrors()
                                .reply(HttpRequest.GET("/"), refusal)
                                .getHeaders()
                                .contains("Retry-After")))
                .hasSize(4);
    }

    @Test
    void aLowBalanceIsToldInTheDocumentedWords() {
        var answer = gateway.client("0").post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"error": "Insufficient Balance", "message": "Your wallet does not have enough balance."}\
            """));
    }

    @Test
    void aModelThatTheKeyMayNotUseIsToldInTheDocumentedWords() {
        var limits = new KeyLimits(List.of(), Set.of("elevenlabs-v3"), null, null, SpendLimits.NONE);

        var answer = client.with(limits).post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).isEqualTo(Answer.parse("""
            {"error": "Model not found", "message": "Model 'eleven-v3-alpha-954' not found or is disabled"}\
            """));
    }

    @Test
    void anAddressThatIsNotAllowedIsForbidden() {
        var limits = new KeyLimits(List.of(IpRange.parse("203.0.113.7")), Set.of(), null, null, SpendLimits.NONE);

        var answer = client.with(limits).post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.refusal()).isEqualTo("Forbidden");
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        var caller = client.with(new KeyLimits(List.of(), Set.of(), 1, null, SpendLimits.NONE));
        caller.post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);

        var answer = caller.post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.refusal()).isEqualTo("Too Many Requests");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void aBugIsAnInternalServerError() {
        gateway.voices.fail(new IllegalStateException("a bug of the test"));
        try {
            var answer = client.post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.refusal()).isEqualTo("Internal Server Error");
            assertThat(answer.text()).doesNotContain("a bug of the test");
        } finally {
            gateway.voices.fail((RuntimeException) null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /eleven-v3-alpha-954/v1/eleven-v3-alpha-request, 405, Method Not Allowed",
        "GET, /eleven-v3-alpha-954/v2, 404, Not Found",
        "GET, /elevenlabs-music-api-368, 404, Not Found",
        "GET, /v2/requests, 404, Not Found",
        "DELETE, /v2/requests/status/x, 405, Method Not Allowed",
        "POST, /eleven-v3-alpha-954/v1/eleven-v3-alpha-request, 400, Bad Request"
    })
    void whatIsWrongAsHttpIsToldInTwoFields(String method, String path, int status, String error) {
        var answer = client.send(method, path, BodyPublishers.ofString("{\"text\""));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.refusal()).isEqualTo(error);
        assertThat(answer.json()).hasSize(2);
    }

    @Test
    void aBodyThatIsTooLargeIsToldInTwoFields() {
        var answer = client.post(PixazoDialectTest.SPEECH, " ".repeat(1 << 21));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example/hook, terminal, 'X-Webhook-URL' must be an https URL.",
        "ftp://app.example/hook, sync, 'X-Webhook-URL' must be an https URL.",
        "https://, terminal, 'X-Webhook-URL' must be",
        "https://user@app.example/, terminal, 'X-Webhook-URL' must be",
        "https://app.example/hook, always, 'X-Webhook-Mode' must be terminal or sync.",
        "https://app.example/hook, SYNC, 'X-Webhook-Mode' must be terminal or sync."
    })
    void badWebhookHeadersAreRefused(String url, String mode, String message) {
        var answer = client.post(
                PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER, "X-Webhook-URL", url, "X-Webhook-Mode", mode);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refusal()).isEqualTo("Bad Request");
        assertThat(answer.json().path("message").asText()).startsWith(message);
        assertThat(gateway.tasks(client.account())).isZero();
    }

    @Test
    void twoAddressesAreRefused() {
        var answer = client.post(
                PixazoDialectTest.SPEECH,
                PixazoDialectTest.ORDER,
                "X-Webhook-URL",
                "https://a.example/",
                "X-Webhook-URL",
                "https://b.example/");

        assertThat(answer.json().path("message").asText()).isEqualTo("'X-Webhook-URL' must be given once.");
    }

    @ParameterizedTest
    @CsvSource({"terminal, false", "sync, true"})
    void theModeSaysHowOftenToTell(String mode, boolean everyStep) {
        client.post(
                PixazoDialectTest.SPEECH,
                PixazoDialectTest.ORDER,
                "X-Webhook-URL",
                "https://app.example/hook",
                "X-Webhook-Mode",
                mode);

        assertThat(gateway.onlyTask(client.account()).output().callback())
                .hasToString("Callback[url=https://app.example/hook, shape=pixazo, everyStep=" + everyStep + "]");
    }

    @Test
    void theModeIsTerminalUnlessItIsSaid() {
        client.post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER, "X-Webhook-URL", "https://app.example/hook");

        assertThat(gateway.onlyTask(client.account()).output().callback())
                .asString()
                .contains("everyStep=false");
    }

    @Test
    void aModeWithoutAnAddressIsIgnoredWithAWarning() {
        var answer = client.post(PixazoDialectTest.SPEECH, PixazoDialectTest.ORDER, "X-Webhook-Mode", "sync");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers("Parley-Warning"))
                .contains("'X-Webhook-Mode' means nothing without 'X-Webhook-URL': it was ignored.");
        assertThat(gateway.onlyTask(client.account()).output().callback()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 'prompt' is required.",
                "{\"prompt\":\" \"} | 'prompt' is required.",
                "{\"prompt\":5} | 'prompt' must be a string",
                "{\"prompt\":\"x\",\"respect_sections_durations\":\"yes\"} | 'respect_sections_durations' must be true"
                        + " or false",
                "{\"prompt\":\"x\",\"output_format\":\"wav\"} | 'output_format' must be one of: mp3_22050_32,"
            })
    void badMusicIsNamedFirst(String body, String message) {
        var answer = client.post(MUSIC, body);

        assertThat(answer.refusal()).isEqualTo("Bad Request");
        assertThat(answer.json().path("message").asText()).startsWith(message);
    }

    private static Refusal spent(SpendSpan span, @Nullable Duration retryAfter) {
        return new Refusal.SpendLimitReached(span, Credits.ofWhole(1), retryAfter);
    }
}
