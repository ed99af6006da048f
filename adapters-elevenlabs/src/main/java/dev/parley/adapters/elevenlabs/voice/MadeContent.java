package dev.parley.adapters.elevenlabs.voice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Details;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was made: passed on as it came, and its ids told once more. */
abstract class MadeContent implements Content {

    private final InputStream body;
    private final int bytesMax;
    private @Nullable Details details;

    MadeContent(InputStream body, int bytesMax) {
        this.body = body;
        this.bytesMax = bytesMax;
    }

    @Override
    public final @Nullable AudioChunk next() throws IOException {
        if (details != null) {
            return null;
        }
        byte[] bytes = body.readNBytes(bytesMax);
        if (bytes.length == bytesMax) {
            throw new BadAudioException("its answer has more than " + bytesMax + " bytes");
        }
        details = read(Json.read(bytes));
        return AudioChunk.of(bytes);
    }

    @Override
    public final Optional<Details> details() {
        return Optional.ofNullable(details);
    }

    /** @throws IOException if it is not what was asked for */
    abstract Details read(JsonNode json) throws IOException;

    static String id(JsonNode json, String field) throws IOException {
        String id = json.path(field).asText("");
        if (id.isBlank()) {
            throw new BadAudioException("its answer lacks '" + field + "'");
        }
        return id;
    }
}
