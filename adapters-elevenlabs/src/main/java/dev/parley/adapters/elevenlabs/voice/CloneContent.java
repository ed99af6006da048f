package dev.parley.adapters.elevenlabs.voice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.domain.voice.ClonedVoice;
import java.io.IOException;
import java.io.InputStream;

/** A voice that was cloned. */
public final class CloneContent extends MadeContent {

    private static final int BYTES_MAX = 64 * 1024;

    public CloneContent(InputStream body) {
        super(body, BYTES_MAX);
    }

    @Override
    ClonedVoice read(JsonNode json) throws IOException {
        return new ClonedVoice(
                id(json, "voice_id"), json.path("requires_verification").asBoolean());
    }
}
