package dev.parley.rest.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what this edge refused by itself. */
@Singleton
final class HttpRefusedHandler implements ExceptionHandler<HttpRefused, HttpResponse<?>> {

    private final Dialects dialects;

    HttpRefusedHandler(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<?> handle(HttpRequest request, HttpRefused refused) {
        return dialects.reply((HttpRequest<?>) request, refused.status(), refused.explanation());
    }
}
