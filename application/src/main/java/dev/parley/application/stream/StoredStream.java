package dev.parley.application.stream;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished stream once more, from the store: the same bytes, without timings. Costs nothing, reaches no provider. */
public final class StoredStream implements OrderStream {

    private static final int CHUNK_BYTES = 16 * 1024;

    private final Task task;
    private final InputStream audio;
    private volatile boolean left;

    StoredStream(Task task, InputStream audio) {
        this.task = task;
        this.audio = audio;
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public @Nullable AudioChunk next() {
        if (left) {
            return null;
        }
        try {
            byte[] bytes = audio.readNBytes(CHUNK_BYTES);
            return bytes.length == 0 ? null : new AudioChunk(bytes, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void leave() {
        left = true;
    }

    @Override
    public void close() {
        try {
            audio.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
