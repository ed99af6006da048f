package dev.parley.rest.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what this edge refused by itself. */
@Singleton
final class HttpRefusedHandler implements ExceptionHandler<HttpRefused, HttpResponse<ErrorJson>> {

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<ErrorJson> handle(HttpRequest request, HttpRefused refused) {
        return ErrorCode.INVALID_REQUEST.reply(refused.status(), refused.explanation());
    }
}
