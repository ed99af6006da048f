package dev.parley.rest.error;

import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what a walk refused. */
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<?>> {

    private final Dialects dialects;

    RefusedHandler(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<?> handle(HttpRequest request, Refused refused) {
        HttpRequest<?> asked = request;
        return dialects.of(asked).reply(asked, refused.refusal());
    }
}
