package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param body missing where it is no JSON object
 */
record Reply(int status, JsonNode body, @Nullable Duration retryAfter) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Some answer errors with 200, and tell the real status in an envelope. */
    static Reply of(int status, byte[] body, @Nullable Duration retryAfter) {
        JsonNode json = read(body);
        int code = json.path("code").asInt(0);
        return new Reply(status == 200 && code >= 400 && code <= 599 ? code : status, json, retryAfter);
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    ErrorAnswer error() {
        return new ErrorAnswer(status, body, retryAfter);
    }

    static byte[] write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json != null && json.isObject() ? json : MissingNode.getInstance();
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
