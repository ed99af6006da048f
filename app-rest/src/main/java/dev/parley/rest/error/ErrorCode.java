package dev.parley.rest.error;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;

/** The error reference of seeds/000, and what it has no row for. */
public enum ErrorCode {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid_request_error"),
    INVALID_API_KEY(HttpStatus.UNAUTHORIZED, "authentication_error"),
    INSUFFICIENT_CREDITS(HttpStatus.PAYMENT_REQUIRED, "billing_error"),
    IP_NOT_ALLOWED(HttpStatus.FORBIDDEN, "permission_error"),
    PERMISSION_DENIED(HttpStatus.FORBIDDEN, "permission_error"),
    MODEL_NOT_FOUND(HttpStatus.NOT_FOUND, "invalid_request_error"),
    TASK_NOT_FOUND(HttpStatus.NOT_FOUND, "invalid_request_error"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "invalid_request_error"),
    CONFLICT(HttpStatus.CONFLICT, "invalid_request_error"),
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "invalid_request_error"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_request_error"),
    RATE_LIMIT_EXCEEDED(HttpStatus.TOO_MANY_REQUESTS, "rate_limit_error"),
    SPEND_LIMIT_EXCEEDED(HttpStatus.TOO_MANY_REQUESTS, "billing_error"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "api_error"),
    UPSTREAM_ERROR(HttpStatus.SERVICE_UNAVAILABLE, "upstream_error");

    private final HttpStatus status;
    private final String type;

    ErrorCode(HttpStatus status, String type) {
        this.status = status;
        this.type = type;
    }

    public MutableHttpResponse<ErrorJson> reply(String message) {
        return reply(status, message);
    }

    /** For the statuses that seeds/000 has no row for. */
    public MutableHttpResponse<ErrorJson> reply(HttpStatus other, String message) {
        return HttpResponse.<ErrorJson>status(other)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(json(message));
    }

    public ErrorJson json(String message) {
        return new ErrorJson(new ErrorJson.Detail(code(), message, type));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
