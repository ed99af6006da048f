package dev.parley.rest.json;

import dev.parley.application.Limits;
import dev.parley.rest.error.HttpRefused;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a request's body as JSON. Blocks until all of it has come. */
@Singleton
public final class RequestJson {

    private static final int ARRIVAL_SECONDS_MAX = 30;

    /** {@code text/plain} is what several clients send unless told otherwise. */
    private static final Set<String> TYPES = Set.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN);

    private final int bytesMax;
    private final JsonText text;

    RequestJson(Limits limits) {
        this.bytesMax = limits.bodyBytesMax();
        this.text = new JsonText(limits.bodyBytesMax());
    }

    public JsonFields read(HttpRequest<?> request) {
        checkType(request.getHeaders());
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("a server's request has a body");
        }
        return text.parse(bytes(server.byteBody()));
    }

    /** What a part of a form says that holds a body of JSON. */
    public JsonFields parse(String body) {
        return text.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An object whose only field is this one of a form, which holds JSON.
     *
     * @throws dev.parley.domain.refusal.Refused naming the field, where it is none
     */
    public JsonFields value(String name, String json) {
        return text.value(name, json);
    }

    private static void checkType(HttpHeaders headers) {
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            throw new HttpRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must come without a Content-Encoding.");
        }
        String stated = headers.get(HttpHeaders.CONTENT_TYPE);
        if (stated != null && !isJson(stated)) {
            throw new HttpRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON in UTF-8: send 'Content-Type: application/json'.");
        }
    }

    private static boolean isJson(String stated) {
        try {
            var type = MediaType.of(stated);
            String charset =
                    type.getParameters().get(MediaType.CHARSET_PARAMETER).orElse("utf-8");
            return TYPES.contains(type.getName().toLowerCase(Locale.ROOT))
                    && charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
        } catch (IllegalArgumentException _) {
            return false; // Not even a media type.
        }
    }

    private byte[] bytes(ByteBody body) {
        if (body.expectedLength().orElse(0) > bytesMax) {
            throw tooLarge();
        }
        try (var all = body.buffer().get(ARRIVAL_SECONDS_MAX, TimeUnit.SECONDS)) {
            byte[] bytes = all.toByteArray();
            if (bytes.length > bytesMax) {
                throw tooLarge();
            }
            return bytes;
        } catch (TimeoutException _) {
            throw new HttpRefused(
                    HttpStatus.REQUEST_TIMEOUT, "The body did not arrive within " + ARRIVAL_SECONDS_MAX + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading a body", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case ContentLengthExceededException _, BufferLengthExceededException _ -> tooLarge();
                // The caller hung up: nobody hears the answer, and the log has nothing to learn.
                case IOException _ -> new HttpRefused(HttpStatus.BAD_REQUEST, "The body broke off.");
                case null, default -> new IllegalStateException("a body could not be read", e);
            };
        }
    }

    private HttpRefused tooLarge() {
        return new HttpRefused(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body is larger than " + bytesMax + " bytes.");
    }
}
