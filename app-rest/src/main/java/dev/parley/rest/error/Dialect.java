package dev.parley.rest.error;

import dev.parley.domain.refusal.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** How one client API says no. Implementations are beans; the request may be one that nobody has let in. */
public interface Dialect {

    /** Whether the caller speaks it: by the path, or where dialects share one, by the header of the credential. */
    boolean isSpokenIn(HttpRequest<?> request);

    /** The answer to a request that was understood and refused. */
    MutableHttpResponse<?> reply(HttpRequest<?> request, Refusal refusal);

    /**
     * The body of an answer to what is wrong as HTTP or as JSON, or went wrong inside (from 500 on).
     *
     * @param message for the caller, in words that tell nothing of the inside
     */
    Object body(HttpRequest<?> request, HttpStatus status, String message);
}
