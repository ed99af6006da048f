package dev.parley.rest.elevenlabs;

import dev.parley.rest.http.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as ElevenLabs tells it.
 *
 * @param status the older name of the code
 * @param param the field that it is about
 * @param retryAfter before which it is no use to ask again
 */
record Told(
        HttpStatus http,
        String type,
        String code,
        String status,
        String message,
        @Nullable String param,
        @Nullable Duration retryAfter) {

    static final String VALIDATION = "validation_error";
    static final String NOT_FOUND = "not_found";

    Told {
        // A message may quote a caller's text cut in the middle of a surrogate pair, which no JSON writer takes.
        message = new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static Told of(HttpStatus http, String type, String code, String message) {
        return new Told(http, type, code, code, message, null, null);
    }

    Told formerly(String older) {
        return new Told(http, type, code, older, message, param, retryAfter);
    }

    Told about(String field) {
        return new Told(http, type, code, status, message, field, retryAfter);
    }

    Told after(@Nullable Duration wait) {
        return new Told(http, type, code, status, message, param, wait);
    }

    MutableHttpResponse<?> reply(HttpRequest<?> request) {
        var reply = json(request, http, body(request));
        if (retryAfter != null) {
            long seconds = Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1000L));
            reply.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return reply;
    }

    ErrorJson body(HttpRequest<?> request) {
        return new ErrorJson.Refusal(new ErrorJson.Detail(type, code, message, status, RequestIds.of(request), param));
    }

    /** The other shape: something in the request is not of the form that was promised. */
    static MutableHttpResponse<?> schema(HttpRequest<?> request, ErrorJson.Wrong wrong) {
        return json(request, HttpStatus.UNPROCESSABLE_ENTITY, new ErrorJson.Schema(List.of(wrong)));
    }

    private static MutableHttpResponse<?> json(HttpRequest<?> request, HttpStatus status, ErrorJson body) {
        return HttpResponse.<ErrorJson>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(AnswerHeaders.XI_REQUEST_ID, RequestIds.of(request))
                .body(body);
    }
}
