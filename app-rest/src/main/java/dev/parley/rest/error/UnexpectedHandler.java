package dev.parley.rest.error;

import dev.parley.application.Outage;
import dev.parley.rest.http.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what nobody foresaw: the log learns all, the caller learns where to look in it. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<ErrorJson>> {

    private static final System.Logger LOG = System.getLogger(UnexpectedHandler.class.getName());

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<ErrorJson> handle(HttpRequest request, Throwable unexpected) {
        var outage = Outage.of(unexpected);
        if (outage.isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "the database cannot be reached: " + unexpected.getMessage());
            return NativeErrors.reply(outage.get());
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "request " + RequestIds.of((HttpRequest<?>) request) + " failed",
                unexpected);
        return ErrorCode.INTERNAL_ERROR.reply("Unexpected server error. The request-id header names it in the log.");
    }
}
