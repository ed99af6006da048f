package dev.parley.rest.live;

import dev.parley.application.stream.OrderStream;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hears a stream for a caller who waits for the answer, and leaves it when they leave. For virtual threads: it blocks. */
@Singleton
public final class LiveAudio {

    private final ExecutorService rendering;

    LiveAudio(@Named(RenderingThreads.NAME) ExecutorService rendering) {
        this.rendering = rendering;
    }

    /**
     * Returns when the first bytes of audio are there, so that whatever is refused before is still answered as an error.
     *
     * @param open is called once, on a thread for rendering
     * @return the body of an answer, which ends the stream itself
     */
    public LiveBody stream(HttpRequest<?> request, Supplier<OrderStream> open, Framing framing) {
        return onRenderingThread(() -> {
            var body = new LiveBody(open.get(), framing, rendering);
            Departures.whenOver(request, body::leave);
            body.begin();
            return body;
        });
    }

    /**
     * Returns when all of it has been heard.
     *
     * @param open is called once, on a thread for rendering
     * @param each is told every piece in order
     * @return the task as it ended
     */
    public Task whole(HttpRequest<?> request, Supplier<OrderStream> open, Consumer<AudioChunk> each) {
        return onRenderingThread(() -> {
            try (var stream = open.get()) {
                Departures.whenOver(request, stream::leave);
                for (var chunk = stream.next(); chunk != null; chunk = stream.next()) {
                    each.accept(chunk);
                }
                return stream.task();
            }
        });
    }

    private <T> T onRenderingThread(Callable<T> work) {
        try {
            return rendering.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("audio could not be rendered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for audio", e);
        }
    }
}
