package dev.parley.rest.openai;

import dev.parley.application.stream.OrderStream;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.render.Failure;
import dev.parley.domain.task.TaskState.Failed;
import dev.parley.rest.error.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How this dialect says no. Official clients repeat 408, 409, 429 and whatever is 500 or more, unless they are told that they
 * should not: they are told so where another try cannot help, or might be paid for twice.
 */
@Singleton
final class OpenAiErrors implements Dialect {

    static final String SHOULD_RETRY = "x-should-retry";

    private static final String UNKNOWN_OUTCOME = "parley.openai.unknown-outcome";
    private static final String INVALID = "invalid_request_error";
    private static final String QUOTA = "insufficient_quota";
    private static final String SERVER = "server_error";

    /** Remembers whether what failed may have been rendered all the same. */
    static void note(HttpRequest<?> request, OrderStream stream) {
        if (stream.task().state() instanceof Failed(Failure failure, var _)
                && failure instanceof Failure.Unavailable(var _, boolean mayHaveRendered)
                && mayHaveRendered) {
            request.setAttribute(UNKNOWN_OUTCOME, true);
        }
    }

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return OpenAiPaths.lead(request);
    }

    @Override
    public MutableHttpResponse<?> reply(HttpRequest<?> request, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated(String message) ->
                no(HttpStatus.UNAUTHORIZED, message, INVALID, null, "invalid_api_key")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case Refusal.Invalid(String field, String message) ->
                no(HttpStatus.BAD_REQUEST, "'" + field + "' " + message, INVALID, field, "invalid_value");
            case Refusal.ModelNotFound(String message) ->
                no(HttpStatus.NOT_FOUND, message, INVALID, "model", "model_not_found");
            case Refusal.CreditsShort credits ->
                notAgain(no(HttpStatus.TOO_MANY_REQUESTS, credits.message(), QUOTA, null, QUOTA));
            case Refusal.SpendLimitReached spent ->
                notAgain(after(
                        no(HttpStatus.TOO_MANY_REQUESTS, spent.message(), QUOTA, null, "billing_hard_limit_reached"),
                        spent.retryAfter()));
            case Refusal.TooMany(String message, Duration wait, var _) ->
                after(no(HttpStatus.TOO_MANY_REQUESTS, message, "requests", null, "rate_limit_exceeded"), wait);
            case Refusal.Unavailable(String message, Duration wait) -> unavailable(request, message, wait);
            case Refusal.RejectedUpstream(String message) ->
                no(HttpStatus.BAD_REQUEST, message, INVALID, "input", "rejected_by_provider");
            case Refusal.TaskCancelled(String message) ->
                notAgain(no(HttpStatus.CONFLICT, message, INVALID, null, "cancelled"));
            case Refusal.AddressNotAllowed(String message) ->
                no(HttpStatus.FORBIDDEN, message, INVALID, null, "ip_not_allowed");
            case Refusal.KeyReused(String message) ->
                no(HttpStatus.UNPROCESSABLE_ENTITY, message, INVALID, null, "idempotency_key_reused");
            case Refusal.StillRunning(String message, Duration wait) ->
                after(no(HttpStatus.CONFLICT, message, INVALID, null, "request_in_progress"), wait);
            case Refusal.TaskNotFound(String message) -> no(HttpStatus.NOT_FOUND, message, INVALID, null, "not_found");
            case Refusal.NotFound(String message) -> no(HttpStatus.NOT_FOUND, message, INVALID, null, "not_found");
            case Refusal.Conflict(String message) ->
                notAgain(no(HttpStatus.CONFLICT, message, INVALID, null, "conflict"));
        };
    }

    @Override
    public Object body(HttpRequest<?> request, HttpStatus status, String message) {
        return status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? ErrorJson.of(message, SERVER, null, null)
                : ErrorJson.of(message, INVALID, null, status == HttpStatus.NOT_FOUND ? "unknown_url" : null);
    }

    private static MutableHttpResponse<?> unavailable(HttpRequest<?> request, String message, Duration wait) {
        var reply = after(no(HttpStatus.SERVICE_UNAVAILABLE, message, SERVER, null, "provider_unavailable"), wait);
        return request.getAttribute(UNKNOWN_OUTCOME).isPresent() ? notAgain(reply) : reply;
    }

    private static MutableHttpResponse<ErrorJson> no(
            HttpStatus status, String message, String type, @Nullable String param, @Nullable String code) {
        return HttpResponse.<ErrorJson>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(ErrorJson.of(message, type, param, code));
    }

    private static MutableHttpResponse<ErrorJson> after(MutableHttpResponse<ErrorJson> reply, @Nullable Duration wait) {
        return wait == null
                ? reply
                : reply.header(
                        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L))));
    }

    private static MutableHttpResponse<ErrorJson> notAgain(MutableHttpResponse<ErrorJson> reply) {
        return reply.header(SHOULD_RETRY, "false");
    }
}
