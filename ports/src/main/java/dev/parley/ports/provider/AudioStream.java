package dev.parley.ports.provider;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rendering makes, in order: audio as it is played, or the bytes of a file. Pulled by one reader: not reading is how the
 * reader applies back-pressure.
 */
public interface AudioStream extends AutoCloseable {

    /**
     * P9: the next piece, or null at the end and for ever after. What came before the end is a whole audio in the format
     * asked for. Blocks until there is something to return. Segments, where the model has timings, never go back and
     * together cover every character of every turn once.
     *
     * @throws ProviderException if the audio cannot be finished: a broken upstream is never a quiet end
     */
    @Nullable
    AudioChunk next() throws ProviderException;

    /**
     * P9: what its bytes are, where the upstream has decided that and not the request; known from the beginning and the same to
     * the end. Empty: the format asked for.
     */
    default Optional<AudioFormat> format() {
        return Optional.empty();
    }

    /** P9: what is known of the rendering beside its bytes; asked once, after the end. */
    default Optional<Details> details() {
        return Optional.empty();
    }

    /**
     * P10: stops the upstream's work and wakes a blocked {@link #next}, which then throws or ends. Idempotent, from any
     * thread.
     */
    @Override
    void close();
}
