package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Half of the first piece of another stream, and then no more. */
final class BreakingStream implements AudioStream {

    private final AudioStream whole;
    private boolean begun;

    BreakingStream(AudioStream whole) {
        this.whole = whole;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        var first = begun ? null : whole.next();
        begun = true;
        if (first == null) {
            throw new ProviderException(new Failure.Unavailable("The sandbox was asked to break."));
        }
        // A whole number of samples.
        return AudioChunk.of(Arrays.copyOf(first.bytes(), first.bytes().length / 4 * 2));
    }

    @Override
    public Optional<AudioFormat> format() {
        return whole.format();
    }

    @Override
    public void close() {
        whole.close();
    }
}
