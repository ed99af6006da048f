package dev.parley.application.stream;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import org.jspecify.annotations.Nullable;

/** A dialogue's audio on its way to a caller. Pulled and closed by one thread; any other may {@link #leave}. */
public sealed interface OrderStream extends AutoCloseable permits LiveStream, StoredStream {

    /** As it stands: completed once {@link #next} has returned null. */
    Task task();

    /**
     * The next piece for the caller, or null at the end.
     *
     * @throws dev.parley.domain.refusal.Refused if the audio cannot be finished, or if the task was cancelled meanwhile
     */
    @Nullable
    AudioChunk next();

    /** The caller has gone, or has been told that nothing more will come: wakes the reader. */
    void leave();

    /** Before the end it means that the caller has left. */
    @Override
    void close();
}
