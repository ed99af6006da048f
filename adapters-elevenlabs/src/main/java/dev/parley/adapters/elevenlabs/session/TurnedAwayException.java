package dev.parley.adapters.elevenlabs.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The upstream did not open the connection: it gave an HTTP answer instead. */
public final class TurnedAwayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient byte[] body;
    private final @Nullable String retryAfter;

    /** @param retryAfter as it stood in the header of that name */
    public TurnedAwayException(int status, byte[] body, @Nullable String retryAfter) {
        super("turned away with " + status);
        this.status = status;
        this.body = body.clone();
        this.retryAfter = retryAfter;
    }

    /** Of what a handshake was answered by; not every JDK keeps the body. */
    public static TurnedAwayException of(HttpResponse<?> response) {
        String body = response.body() instanceof String text ? text : "";
        return new TurnedAwayException(
                response.statusCode(),
                body.getBytes(UTF_8),
                response.headers().firstValue("retry-after").orElse(null));
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body.clone();
    }

    public @Nullable String retryAfter() {
        return retryAfter;
    }
}
