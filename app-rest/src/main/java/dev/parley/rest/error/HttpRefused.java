package dev.parley.rest.error;

import io.micronaut.http.HttpStatus;

/** A request that is wrong as HTTP or as JSON, before it means anything to the gateway. */
public final class HttpRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public HttpRefused(HttpStatus status, String message) {
        // No stack trace: refusing must stay cheap under abuse.
        super(message, null, false, false);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
