package dev.parley.rest.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.rest.http.Warnings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer that may be given again, to the byte.
 *
 * @param body as it is sent
 * @param warnings of its headers
 */
record StoredAnswer(String body, List<String> warnings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredAnswer of(Object body, List<String> warnings) {
        return new StoredAnswer(written(body), warnings);
    }

    static StoredAnswer parse(String stored) {
        try {
            return JSON.readValue(stored, StoredAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    String toText() {
        return written(this);
    }

    MutableHttpResponse<byte[]> reply(HttpStatus status) {
        var response = HttpResponse.<byte[]>status(status).body(body.getBytes(StandardCharsets.UTF_8));
        return Warnings.add(response.contentType(MediaType.APPLICATION_JSON_TYPE), warnings);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is JSON", e);
        }
    }
}
