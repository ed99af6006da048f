package dev.parley.adapters.elevenlabs.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The one mapper. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws IOException without the text, which may be a stranger's */
    public static JsonNode read(byte[] json) throws IOException {
        try {
            JsonNode read = MAPPER.readTree(json);
            return read == null ? MAPPER.missingNode() : read;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new BadAudioException("its JSON is malformed");
        }
    }

    public static byte[] write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
