package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text in UTF-8, in pieces. */
final class TextStream implements AudioStream {

    private static final int PIECE_BYTES = 8 * 1024;

    private final byte[] bytes;
    private final TimeLimit time;
    private final @Nullable Details details;
    private volatile boolean closed;
    private int at;

    TextStream(String text, TimeLimit time, @Nullable Details details) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.time = time;
        this.details = details;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (closed) {
            throw new ProviderException(Failure.Unavailable.notRendered("The rendering was closed before its end."));
        }
        if (at == bytes.length) {
            return null;
        }
        time.check();
        int start = at;
        at = Math.min(bytes.length, start + PIECE_BYTES);
        return AudioChunk.of(Arrays.copyOfRange(bytes, start, at));
    }

    @Override
    public Optional<Details> details() {
        return Optional.ofNullable(details);
    }

    @Override
    public void close() {
        closed = true;
    }
}
