package dev.parley.rest.error;

import dev.parley.domain.refusal.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Speaks where no other dialect does. */
@Singleton
final class NativeDialect implements Dialect {

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return true;
    }

    @Override
    public MutableHttpResponse<?> reply(HttpRequest<?> request, Refusal refusal) {
        return NativeErrors.reply(refusal);
    }

    @Override
    public Object body(HttpRequest<?> request, HttpStatus status, String message) {
        var code = status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                ? ErrorCode.INTERNAL_ERROR
                : ErrorCode.INVALID_REQUEST;
        return code.json(message);
    }
}
