package dev.parley.grpc.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import java.time.Duration;
import java.util.Base64;

/** Frames are JSON; what is in them is not. */
final class FrameJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long NANOS = 1_000_000_000;

    private FrameJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What a provider's frame says; nothing where it is no JSON, which is nobody's to hear. */
    static JsonNode read(Frame frame) {
        try {
            return MAPPER.readTree(frame.json());
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static ByteString bytes(JsonNode base64) {
        return ByteString.copyFrom(Base64.getDecoder().decode(base64.asText("")));
    }

    /** How long samples without a head are. */
    static Load heard(AudioFormat format, int bytes) {
        long bytesPerSecond = format.sampleRateHz() * (format.codec() == Codec.PCM ? 2L : 1L);
        return Load.audio(Duration.ofNanos(bytes * NANOS / bytesPerSecond));
    }
}
