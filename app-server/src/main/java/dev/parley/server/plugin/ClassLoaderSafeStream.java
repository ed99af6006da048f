package dev.parley.server.plugin;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a plugin's stream with the plugin's class loader as the thread's. */
record ClassLoaderSafeStream(AudioStream stream, ClassLoader classes) implements AudioStream {

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return stream.next();
        }
    }

    @Override
    public Optional<AudioFormat> format() {
        try (var _ = ContextClasses.of(classes)) {
            return stream.format();
        }
    }

    @Override
    public Optional<Details> details() {
        try (var _ = ContextClasses.of(classes)) {
            return stream.details();
        }
    }

    @Override
    public void close() {
        try (var _ = ContextClasses.of(classes)) {
            stream.close();
        }
    }
}
