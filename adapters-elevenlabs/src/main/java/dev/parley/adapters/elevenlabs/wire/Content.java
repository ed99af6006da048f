package dev.parley.adapters.elevenlabs.wire;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Details;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer holds, piece by piece. Read by one thread, and no further than its end. */
public interface Content {

    /**
     * Null at the end.
     *
     * @throws IOException if it is not, or not all of, what was asked for
     */
    @Nullable
    AudioChunk next() throws IOException;

    /** What is known beside the bytes, once they have ended. */
    default Optional<Details> details() {
        return Optional.empty();
    }
}
