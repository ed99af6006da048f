package dev.parley.adapters.elevenlabs.voice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.domain.voice.VoicePreviews;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Voices that were designed. */
final class DesignContent extends MadeContent {

    /** Three previews of a thousand characters, as PCM, take some thirty. */
    private static final int BYTES_MAX = 64 * 1024 * 1024;

    DesignContent(InputStream body) {
        super(body, BYTES_MAX);
    }

    @Override
    VoicePreviews read(JsonNode json) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode preview : json.path("previews")) {
            ids.add(id(preview, "generated_voice_id"));
        }
        if (ids.isEmpty()) {
            throw new BadAudioException("it designed nothing");
        }
        return new VoicePreviews(ids);
    }
}
