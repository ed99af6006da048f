package dev.parley.rest.error;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.render.Failure;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the native dialect says no. */
public final class NativeErrors {

    private static final String PROVIDER_UNAVAILABLE = "The provider is not available.";

    private NativeErrors() {}

    public static MutableHttpResponse<ErrorJson> reply(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated(String message) ->
                ErrorCode.INVALID_API_KEY.reply(message).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case Refusal.Invalid(String field, String message) ->
                ErrorCode.INVALID_REQUEST.reply("'" + field + "' " + message);
            case Refusal.ModelNotFound(String message) -> ErrorCode.MODEL_NOT_FOUND.reply(message);
            case Refusal.TaskNotFound(String message) -> ErrorCode.TASK_NOT_FOUND.reply(message);
            case Refusal.CreditsShort credits -> ErrorCode.INSUFFICIENT_CREDITS.reply(credits.message());
            case Refusal.TooMany(String message, Duration retryAfter, var _) ->
                later(ErrorCode.RATE_LIMIT_EXCEEDED.reply(message), retryAfter);
            case Refusal.Unavailable(String message, Duration retryAfter) ->
                later(ErrorCode.UPSTREAM_ERROR.reply(message), retryAfter);
            case Refusal.RejectedUpstream(String message) -> ErrorCode.UPSTREAM_ERROR.reply(message);
            case Refusal.TaskCancelled(String message) -> ErrorCode.INVALID_REQUEST.reply(message);
            case Refusal.AddressNotAllowed(String message) -> ErrorCode.IP_NOT_ALLOWED.reply(message);
            case Refusal.SpendLimitReached spent ->
                later(ErrorCode.SPEND_LIMIT_EXCEEDED.reply(spent.message()), spent.retryAfter());
            case Refusal.KeyReused(String message) -> ErrorCode.IDEMPOTENCY_KEY_REUSED.reply(message);
            case Refusal.StillRunning(String message, Duration retryAfter) ->
                later(ErrorCode.REQUEST_IN_PROGRESS.reply(message), retryAfter);
            case Refusal.NotFound(String message) -> ErrorCode.NOT_FOUND.reply(message);
            case Refusal.Conflict(String message) -> ErrorCode.CONFLICT.reply(message);
        };
    }

    /** Why a task failed, as the task itself shows it. */
    public static ErrorJson.Detail detail(Failure failure) {
        String message = switch (failure) {
            case Failure.Rejected rejected -> rejected.message();
            case Failure.Throttled throttled -> throttled.message();
            case Failure.Unavailable unavailable -> unavailable.message();
            case Failure.Misconfigured _ -> PROVIDER_UNAVAILABLE;
        };
        return ErrorCode.UPSTREAM_ERROR.json(message).error();
    }

    private static MutableHttpResponse<ErrorJson> later(
            MutableHttpResponse<ErrorJson> reply, @Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return reply;
        }
        long seconds = Math.ceilDiv(retryAfter.toMillis(), 1000L);
        return reply.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
    }
}
