package dev.parley.rest.error;

import io.micronaut.http.HttpStatus;

/** A request that is wrong as HTTP or as JSON, before it means anything to the gateway. */
public final class HttpRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String explanation;

    public HttpRefused(HttpStatus status, String message) {
        // No stack trace: refusing must stay cheap under abuse.
        super(message, null, false, false);
        this.status = status;
        this.explanation = message;
    }

    public HttpStatus status() {
        return status;
    }

    public String explanation() {
        return explanation;
    }
}
