package dev.parley.rest.error;

import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what a walk refused. */
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<ErrorJson>> {

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<ErrorJson> handle(HttpRequest request, Refused refused) {
        return NativeErrors.reply(refused.refusal());
    }
}
