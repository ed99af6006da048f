package dev.parley.rest.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NativeErrorsTest {

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new Refusal.Invalid("f", "is required."), 400, "invalid_request", "invalid_request_error"),
                arguments(new Refusal.TaskCancelled("m"), 400, "invalid_request", "invalid_request_error"),
                arguments(new Refusal.Unauthenticated("m"), 401, "invalid_api_key", "authentication_error"),
                arguments(
                        new Refusal.CreditsShort(Credits.ofWhole(2), Credits.ofWhole(1)),
                        402,
                        "insufficient_credits",
                        "billing_error"),
                arguments(new Refusal.ModelNotFound("m"), 404, "model_not_found", "invalid_request_error"),
                arguments(new Refusal.TaskNotFound("m"), 404, "task_not_found", "invalid_request_error"),
                arguments(
                        new Refusal.TooMany("m", Duration.ofSeconds(3)),
                        429,
                        "rate_limit_exceeded",
                        "rate_limit_error"),
                arguments(new Refusal.Unavailable("m", Duration.ofSeconds(3)), 503, "upstream_error", "upstream_error"),
                arguments(new Refusal.RejectedUpstream("m"), 503, "upstream_error", "upstream_error"),
                arguments(new Refusal.AddressNotAllowed("m"), 403, "ip_not_allowed", "permission_error"),
                arguments(spent(SpendSpan.DAY, Duration.ofSeconds(3)), 429, "spend_limit_exceeded", "billing_error"),
                arguments(new Refusal.KeyReused("m"), 422, "idempotency_key_reused", "invalid_request_error"),
                arguments(
                        new Refusal.StillRunning("m", Duration.ofSeconds(3)),
                        409,
                        "request_in_progress",
                        "invalid_request_error"),
                arguments(new Refusal.NotFound("m"), 404, "not_found", "invalid_request_error"),
                arguments(new Refusal.Conflict("m"), 409, "conflict", "invalid_request_error"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRefusalHasItsRowOfTheErrorReference(Refusal refusal, int status, String code, String type) {
        var reply = NativeErrors.reply(refusal);

        assertThat(reply.code()).isEqualTo(status);
        assertThat(detail(reply).code()).isEqualTo(code);
        assertThat(detail(reply).type()).isEqualTo(type);
    }

    @Test
    void theTableHoldsEveryRefusal() {
        var kinds = table().map(row -> row.get()[0].getClass()).collect(Collectors.toSet());

        assertThat(kinds).hasSameSizeAs(Arrays.asList(Refusal.class.getPermittedSubclasses()));
    }

    @Test
    void anInvalidFieldIsQuoted() {
        assertThat(detail(NativeErrors.reply(new Refusal.Invalid("model", "is required.")))
                        .message())
                .isEqualTo("'model' is required.");
    }

    private static Refusal spent(SpendSpan span, @Nullable Duration retryAfter) {
        return new Refusal.SpendLimitReached(span, Credits.ofWhole(1), retryAfter);
    }

    static Stream<Refusal> worthWaiting() {
        var soon = Duration.ofSeconds(3);
        return Stream.of(
                new Refusal.TooMany("m", soon),
                new Refusal.Unavailable("m", soon),
                new Refusal.StillRunning("m", soon),
                spent(SpendSpan.HOUR, soon));
    }

    @ParameterizedTest
    @MethodSource("worthWaiting")
    void whereWaitingHelpsItIsSaidHowLong(Refusal refusal) {
        assertThat(NativeErrors.reply(refusal).header("Retry-After")).isEqualTo("3");
    }

    @Test
    void waitingDoesNotHelpAgainstATotalLimit() {
        assertThat(NativeErrors.reply(spent(SpendSpan.TOTAL, null)).header("Retry-After"))
                .isNull();
    }

    @Test
    void retryAfterIsInWholeSecondsNeverTooSoon() {
        var reply = NativeErrors.reply(new Refusal.TooMany("m", Duration.ofMillis(1001)));

        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void aMissingKeyIsChallenged() {
        assertThat(NativeErrors.reply(new Refusal.Unauthenticated("m")).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    private static ErrorJson.Detail detail(HttpResponse<ErrorJson> reply) {
        return reply.getBody().orElseThrow().error();
    }
}
