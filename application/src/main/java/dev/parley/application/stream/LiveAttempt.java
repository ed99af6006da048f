package dev.parley.application.stream;

import dev.parley.application.work.Made;
import dev.parley.application.work.Rendering;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioRef;
import dev.parley.ports.audio.AudioStore.Upload;
import dev.parley.ports.provider.ProviderException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt at a live stream: audio from the provider, also on its way into the store. */
record LiveAttempt(Rendering audio, Upload upload) implements AutoCloseable {

    @Nullable
    AudioChunk next() throws ProviderException, IOException {
        var chunk = audio.next();
        if (chunk != null && !audio.wasStopped()) {
            upload.write(chunk.bytes());
        }
        return chunk;
    }

    AudioRef commit() throws IOException {
        return upload.commit();
    }

    Made made() {
        return audio.made();
    }

    Duration length() {
        return audio.length();
    }

    boolean wasStopped() {
        return audio.wasStopped();
    }

    void stop() {
        audio.stop();
    }

    @Override
    public void close() {
        audio.close();
        upload.close();
    }
}
