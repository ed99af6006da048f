package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream that says what it is, to readers who have not asked for it. */
record ToldFormat(AudioStream stream, AudioFormat told) implements AudioStream {

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        return stream.next();
    }

    @Override
    public Optional<AudioFormat> format() {
        return Optional.of(told);
    }

    @Override
    public void close() {
        stream.close();
    }
}
