package dev.parley.rest.error;

import dev.parley.application.Outage;
import dev.parley.rest.http.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what nobody foresaw: the log learns all, the caller learns where to look in it. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final System.Logger LOG = System.getLogger(UnexpectedHandler.class.getName());

    private final Dialects dialects;

    UnexpectedHandler(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<?> handle(HttpRequest request, Throwable unexpected) {
        HttpRequest<?> asked = request;
        var outage = Outage.of(unexpected);
        if (outage.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "the database cannot be reached: " + unexpected.getMessage());
            return dialects.of(asked).reply(asked, outage.get());
        }
        LOG.log(System.Logger.Level.ERROR, "request " + RequestIds.of(asked) + " failed", unexpected);
        return dialects.reply(
                asked,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Unexpected server error. The request-id header names it in the log.");
    }
}
