package dev.parley.adapters.elevenlabs.music;

import dev.parley.adapters.elevenlabs.wire.BadAudioException;
import dev.parley.adapters.elevenlabs.wire.Content;
import dev.parley.adapters.elevenlabs.wire.Json;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.music.CompositionPlan;
import dev.parley.domain.music.Song;
import dev.parley.domain.render.Details;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan that was made: passed on as it came, and told once more as a plan. */
final class PlanContent implements Content {

    /** Thirty sections with all of their words take a third. */
    private static final int BYTES_MAX = 4 * 1024 * 1024;

    private final InputStream body;
    private @Nullable CompositionPlan plan;

    PlanContent(InputStream body) {
        this.body = body;
    }

    @Override
    public @Nullable AudioChunk next() throws IOException {
        if (plan != null) {
            return null;
        }
        byte[] bytes = body.readNBytes(BYTES_MAX);
        if (bytes.length == BYTES_MAX) {
            throw new BadAudioException("its plan has more than " + BYTES_MAX + " bytes");
        }
        plan = read(bytes);
        return AudioChunk.of(bytes);
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(plan)
                .map(made -> new Song(made, null, null, List.of(), List.of(), null, List.of(), null));
    }

    private static CompositionPlan read(byte[] bytes) throws IOException {
        var read = PlanReader.read(Json.read(bytes));
        if (read == null) {
            throw new BadAudioException("what it sent is no plan");
        }
        return read;
    }
}
