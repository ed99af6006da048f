package dev.parley.rest.elevenlabs;

import dev.parley.domain.refusal.Refusal;
import dev.parley.rest.auth.Credentials;
import dev.parley.rest.error.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How this dialect says no. Codes are those of ElevenLabs, and where it has two for one thing, those its clients look for. */
@Singleton
final class ElevenLabsDialect implements Dialect {

    private static final String AUTHENTICATION = "authentication_error";
    private static final String RATE_LIMIT = "rate_limit_error";
    private static final String INVALID = "invalid_request";

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return ElevenLabsPaths.lead(request);
    }

    @Override
    public MutableHttpResponse<?> reply(HttpRequest<?> request, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid(String field, String message) -> InvalidField.reply(request, field, message);
            case Refusal.Unauthenticated(String message) ->
                unauthenticated(request, message).reply(request);
            case Refusal.ModelNotFound(String message) ->
                Told.of(HttpStatus.NOT_FOUND, Told.NOT_FOUND, "model_not_found", message)
                        .about("model_id")
                        .reply(request);
            // Seeds say 429, where clients would try again. The API itself says 401, and so do we.
            case Refusal.CreditsShort credits -> quota(credits.message()).reply(request);
            case Refusal.SpendLimitReached spent ->
                quota(spent.message()).after(spent.retryAfter()).reply(request);
            case Refusal.TooMany(String message, Duration wait, boolean atOnce) ->
                tooMany(message, atOnce).after(wait).reply(request);
            case Refusal.Unavailable(String message, Duration wait) ->
                Told.of(HttpStatus.SERVICE_UNAVAILABLE, "service_unavailable", "service_unavailable", message)
                        .after(wait)
                        .reply(request);
            case Refusal.RejectedUpstream(String message) ->
                Told.of(HttpStatus.BAD_REQUEST, INVALID, "invalid_argument", message)
                        .reply(request);
            case Refusal.AddressNotAllowed(String message) ->
                Told.of(HttpStatus.FORBIDDEN, "authorization_error", "insufficient_permissions", message)
                        .reply(request);
            case Refusal.TaskCancelled(String message) -> conflict(message).reply(request);
            case Refusal.KeyReused(String message) -> conflict(message).reply(request);
            case Refusal.Conflict(String message) -> conflict(message).reply(request);
            case Refusal.StillRunning(String message, Duration wait) ->
                conflict(message).after(wait).reply(request);
            case Refusal.TaskNotFound(String message) -> notFound(message).reply(request);
            case Refusal.NotFound(String message) -> notFound(message).reply(request);
        };
    }

    @Override
    public Object body(HttpRequest<?> request, HttpStatus status, String message) {
        var told = switch (status) {
            case BAD_REQUEST -> Told.of(status, INVALID, "malformed_json", message);
            case NOT_FOUND -> Told.of(status, Told.NOT_FOUND, Told.NOT_FOUND, message);
            default ->
                status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? Told.of(status, "internal_error", "internal_server_error", message)
                                .formerly("something_went_wrong")
                        : Told.of(status, INVALID, INVALID, message);
        };
        return told.body(request);
    }

    private static Told unauthenticated(HttpRequest<?> request, String message) {
        var headers = request.getHeaders();
        return headers.contains(HttpHeaders.AUTHORIZATION) || Credentials.hasKeyHeader(headers)
                ? Told.of(HttpStatus.UNAUTHORIZED, AUTHENTICATION, "unauthorized", message)
                        .formerly("invalid_api_key")
                : Told.of(
                        HttpStatus.UNAUTHORIZED,
                        AUTHENTICATION,
                        "needs_authorization",
                        "An API key is required: send it in the header " + ElevenLabsPaths.KEY_HEADER + ".");
    }

    private static Told quota(String message) {
        return Told.of(HttpStatus.UNAUTHORIZED, AUTHENTICATION, "quota_exceeded", message);
    }

    private static Told tooMany(String message, boolean atOnce) {
        return atOnce
                ? Told.of(HttpStatus.TOO_MANY_REQUESTS, RATE_LIMIT, "concurrent_limit_exceeded", message)
                        .formerly("too_many_concurrent_requests")
                : Told.of(HttpStatus.TOO_MANY_REQUESTS, RATE_LIMIT, "rate_limit_exceeded", message);
    }

    private static Told conflict(String message) {
        return Told.of(HttpStatus.CONFLICT, INVALID, "conflict", message);
    }

    private static Told notFound(String message) {
        return Told.of(HttpStatus.NOT_FOUND, Told.NOT_FOUND, Told.NOT_FOUND, message);
    }
}
