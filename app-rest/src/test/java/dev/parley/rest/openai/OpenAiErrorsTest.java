package dev.parley.rest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What official clients do follows from status, type and code, and from whether they should try again. */
final class OpenAiErrorsTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Credits ONE = Credits.ofWhole(1);

    private final OpenAiErrors errors = new OpenAiErrors();
    private final HttpRequest<?> request = HttpRequest.POST("/v1/audio/speech", "");

    /** The answer in one line: status, type, code, param, Retry-After, x-should-retry. */
    record Case(Refusal refusal, String answer) {}

    static Stream<Case> everyRefusal() {
        return Stream.of(
                new Case(new Refusal.Unauthenticated("m"), "401 invalid_request_error invalid_api_key null - -"),
                new Case(new Refusal.Invalid("speed", "m"), "400 invalid_request_error invalid_value speed - -"),
                new Case(new Refusal.ModelNotFound("m"), "404 invalid_request_error model_not_found model - -"),
                new Case(new Refusal.TaskNotFound("m"), "404 invalid_request_error not_found null - -"),
                new Case(new Refusal.NotFound("m"), "404 invalid_request_error not_found null - -"),
                new Case(new Refusal.CreditsShort(ONE, ONE), "429 insufficient_quota insufficient_quota null - false"),
                new Case(
                        new Refusal.SpendLimitReached(SpendSpan.HOUR, ONE, FIVE),
                        "429 insufficient_quota billing_hard_limit_reached null 5 false"),
                new Case(
                        new Refusal.SpendLimitReached(SpendSpan.TOTAL, ONE, null),
                        "429 insufficient_quota billing_hard_limit_reached null - false"),
                new Case(new Refusal.TooMany("m", FIVE), "429 requests rate_limit_exceeded null 5 -"),
                new Case(new Refusal.Unavailable("m", FIVE), "503 server_error provider_unavailable null 5 -"),
                new Case(new Refusal.RejectedUpstream("m"), "400 invalid_request_error rejected_by_provider input - -"),
                new Case(new Refusal.TaskCancelled("m"), "409 invalid_request_error cancelled null - false"),
                new Case(new Refusal.AddressNotAllowed("m"), "403 invalid_request_error ip_not_allowed null - -"),
                new Case(new Refusal.KeyReused("m"), "422 invalid_request_error idempotency_key_reused null - -"),
                new Case(new Refusal.StillRunning("m", FIVE), "409 invalid_request_error request_in_progress null 5 -"),
                new Case(new Refusal.Conflict("m"), "409 invalid_request_error conflict null - false"));
    }

    @ParameterizedTest
    @MethodSource("everyRefusal")
    void refusalsAreInOpenAisShape(Case refused) {
        var reply = errors.reply(request, refused.refusal());
        var error = ((ErrorJson) reply.getBody().orElseThrow()).error();
        assertThat(String.join(
                        " ",
                        String.valueOf(reply.code()),
                        error.type(),
                        error.code(),
                        error.param(),
                        Objects.requireNonNullElse(reply.getHeaders().get("Retry-After"), "-"),
                        Objects.requireNonNullElse(reply.getHeaders().get("x-should-retry"), "-")))
                .isEqualTo(refused.answer());
    }

    @Test
    void casesLeaveNoRefusalOut() {
        Set<Class<?>> kinds = Set.of(Refusal.class.getPermittedSubclasses());
        assertThat(everyRefusal().map(refused -> refused.refusal().getClass()).collect(Collectors.toSet()))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/audio/speech, true",
        "/v1/audio/transcriptions, true",
        "/v1/audio/voices, true",
        "/v1/audio/generations, false",
        "/v1/models, false",
        "/v1/tasks, false",
        "/audio/x/y.mp3, false"
    })
    void itSpeaksWhereOpenAisPathsAre(String path, boolean lead) {
        assertThat(errors.isSpokenIn(HttpRequest.GET(path))).isEqualTo(lead);
    }

    @Test
    void whatWentWrongInsideIsAServerError() {
        assertThat(errors.body(request, HttpStatus.INTERNAL_SERVER_ERROR, "m"))
                .isEqualTo(ErrorJson.of("m", "server_error", null, null));
        assertThat(errors.body(request, HttpStatus.NOT_FOUND, "m"))
                .isEqualTo(ErrorJson.of("m", "invalid_request_error", null, "unknown_url"));
    }
}
