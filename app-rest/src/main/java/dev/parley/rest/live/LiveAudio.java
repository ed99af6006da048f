package dev.parley.rest.live;

import dev.parley.application.stream.OrderStream;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Hears a stream for a caller who waits for the answer, and leaves it when they leave. For virtual threads: it blocks. */
@Singleton
public final class LiveAudio {

    private final ExecutorService waiting;

    LiveAudio(@Named(TaskExecutors.BLOCKING) ExecutorService waiting) {
        this.waiting = waiting;
    }

    /**
     * Returns when the first bytes of audio are there, so that whatever is refused before is still answered as an error.
     *
     * @return the body of an answer, which ends the stream itself
     */
    public LiveBody stream(HttpRequest<?> request, OrderStream stream, Framing framing) {
        var body = new LiveBody(stream, framing, waiting);
        Departures.whenOver(request, body::leave);
        body.begin();
        return body;
    }

    /**
     * Returns when all of it has been heard.
     *
     * @param each is told every piece in order
     * @return the task as it ended
     */
    public Task whole(HttpRequest<?> request, OrderStream stream, Consumer<AudioChunk> each) {
        try (stream) {
            Departures.whenOver(request, stream::leave);
            for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                each.accept(chunk);
            }
            return stream.task();
        }
    }
}
