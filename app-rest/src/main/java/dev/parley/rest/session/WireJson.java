package dev.parley.rest.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Messages as JSON. */
final class WireJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NANOS = 1_000_000_000L;

    private WireJson() {}

    /** @throws BadMessage if it is anything but one object */
    static ObjectNode object(Message message) {
        if (!message.isText()) {
            throw BadMessage.wrong("Messages are JSON objects, sent as text.");
        }
        try {
            if (JSON.readTree(message.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException _) {
            throw BadMessage.garbled("The message is not JSON.");
        }
        throw BadMessage.wrong("Messages are JSON objects.");
    }

    /** Of the provider's own. Empty where it is none. */
    static ObjectNode trusted(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException _) {
            return JSON.createObjectNode();
        }
    }

    static String text(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    /** Null and absent alike are empty. */
    static String string(ObjectNode object, String name) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            throw BadMessage.wrong("'" + name + "' must be a string.");
        }
        return node.textValue();
    }

    /** How long the sound in a field is. */
    static Duration sound(ObjectNode object, String name, AudioFormat format) {
        try {
            return sound(Base64.getDecoder().decode(string(object, name)).length, format);
        } catch (IllegalArgumentException _) {
            throw BadMessage.wrong("'" + name + "' must be base64.");
        }
    }

    /** Of samples without a head: two bytes each, or one where they are companded. */
    static Duration sound(int bytes, AudioFormat format) {
        int each = format.toString().startsWith("pcm") ? 2 : 1;
        return Duration.ofNanos(bytes * NANOS / ((long) each * format.sampleRateHz()));
    }
}
