package dev.parley.rest.pixazo;

import dev.parley.domain.refusal.Refusal;
import dev.parley.rest.error.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How this dialect says no. */
@Singleton
final class PixazoErrors implements Dialect {

    private static final String BALANCE = "Insufficient Balance";

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return PixazoPaths.lead(request);
    }

    @Override
    public MutableHttpResponse<?> reply(HttpRequest<?> request, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated(String message) ->
                no(HttpStatus.UNAUTHORIZED, message).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case Refusal.Invalid(String field, String message) ->
                no(HttpStatus.BAD_REQUEST, "'" + field + "' " + message);
            case Refusal.ModelNotFound(String message) -> no(HttpStatus.BAD_REQUEST, "Model not found", message);
            case Refusal.TaskNotFound _ -> no(HttpStatus.NOT_FOUND, "There is no such request.");
            case Refusal.CreditsShort _ ->
                no(HttpStatus.PAYMENT_REQUIRED, BALANCE, "Your wallet does not have enough balance.");
            case Refusal.SpendLimitReached spent -> spent(spent);
            case Refusal.TooMany(String message, Duration wait, var _) ->
                after(no(HttpStatus.TOO_MANY_REQUESTS, message), wait);
            case Refusal.Unavailable(String message, Duration wait) ->
                after(no(HttpStatus.SERVICE_UNAVAILABLE, message), wait);
            case Refusal.RejectedUpstream(String message) -> no(HttpStatus.BAD_REQUEST, message);
            case Refusal.TaskCancelled(String message) -> no(HttpStatus.CONFLICT, message);
            case Refusal.AddressNotAllowed(String message) -> no(HttpStatus.FORBIDDEN, message);
            case Refusal.KeyReused(String message) -> no(HttpStatus.UNPROCESSABLE_ENTITY, message);
            case Refusal.StillRunning(String message, Duration wait) -> after(no(HttpStatus.CONFLICT, message), wait);
            case Refusal.NotFound(String message) -> no(HttpStatus.NOT_FOUND, message);
            case Refusal.Conflict(String message) -> no(HttpStatus.CONFLICT, message);
        };
    }

    @Override
    public Object body(HttpRequest<?> request, HttpStatus status, String message) {
        return new ErrorJson(status.getReason(), message);
    }

    /** Waiting helps until the span ends; against a total limit nothing does but what money does. */
    private static MutableHttpResponse<ErrorJson> spent(Refusal.SpendLimitReached spent) {
        var wait = spent.retryAfter();
        return wait == null
                ? no(HttpStatus.PAYMENT_REQUIRED, BALANCE, spent.message())
                : after(no(HttpStatus.TOO_MANY_REQUESTS, spent.message()), wait);
    }

    private static MutableHttpResponse<ErrorJson> no(HttpStatus status, String message) {
        return no(status, status.getReason(), message);
    }

    private static MutableHttpResponse<ErrorJson> no(HttpStatus status, String error, String message) {
        return HttpResponse.<ErrorJson>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new ErrorJson(error, message));
    }

    private static MutableHttpResponse<ErrorJson> after(MutableHttpResponse<ErrorJson> reply, Duration wait) {
        return reply.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L))));
    }
}
