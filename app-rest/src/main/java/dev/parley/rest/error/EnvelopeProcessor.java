package dev.parley.rest.error;

import dev.parley.rest.http.RequestIds;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/** Puts what Micronaut refuses by itself into our envelope and our words: its own would tell of the inside. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class EnvelopeProcessor implements ErrorResponseProcessor<Object> {

    /** Where one request ends and the next begins on such a connection, nobody can tell any more. */
    private static final Set<HttpStatus> BROKEN = Set.of(HttpStatus.BAD_REQUEST, HttpStatus.REQUEST_ENTITY_TOO_LARGE);

    private final Dialects dialects;

    EnvelopeProcessor(Dialects dialects) {
        this.dialects = dialects;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        var method = context.getRequest().getMethod();
        RequestIds.show(context.getRequest(), base);
        if (base.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode() && method == HttpMethod.OPTIONS) {
            return base.status(HttpStatus.NO_CONTENT).body(null);
        }
        if (BROKEN.contains(base.status())) {
            base.header(HttpHeaders.CONNECTION, "close");
        }
        var request = context.getRequest();
        return base.contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(dialects.of(request).body(request, base.status(), message(base.status())));
    }

    private static String message(HttpStatus status) {
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return "Unexpected server error.";
        }
        return switch (status) {
            case NOT_FOUND -> "There is no such route.";
            case METHOD_NOT_ALLOWED -> "This route does not take that method: see the Allow header.";
            case NOT_ACCEPTABLE -> "The answer is application/json, which the Accept header does not allow.";
            case REQUEST_ENTITY_TOO_LARGE -> "The body, the headers or the address is too long.";
            default -> "The request is not valid.";
        };
    }
}
