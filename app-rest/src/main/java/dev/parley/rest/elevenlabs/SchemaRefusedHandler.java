package dev.parley.rest.elevenlabs;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what is not of the promised form. */
@Singleton
final class SchemaRefusedHandler implements ExceptionHandler<SchemaRefused, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<?> handle(HttpRequest request, SchemaRefused refused) {
        return Told.schema((HttpRequest<?>) request, refused.wrong());
    }
}
