package dev.parley.server.plugin;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the secrets of a provider whose stream might not. */
record DiscreetStream(AudioStream stream, Mask mask) implements AudioStream {

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        try {
            return stream.next();
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public Optional<AudioFormat> format() {
        try {
            return stream.format();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public Optional<Details> details() {
        try {
            return stream.details();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }
}
