package dev.parley.rest.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                arguments(new Refusal.RejectedUpstream("m"), 503, "upstream_error", "upstream_error"));
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
