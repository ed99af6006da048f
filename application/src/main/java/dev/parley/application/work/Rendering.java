package dev.parley.application.work;

import dev.parley.application.work.Breakers.Permit;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.task.Task;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One task's audio while it is being made. Pulled and closed by one thread; any other may {@link #stop} it. */
public final class Rendering implements AutoCloseable {

    private final Task task;
    private final AudioStream audio;
    private final Permit permit;
    private final Consumer<Rendering> ended;
    private volatile int charactersHeard = -1;
    private volatile boolean stopped;

    Rendering(Task task, AudioStream audio, Permit permit, Consumer<Rendering> ended) {
        this.task = task;
        this.audio = audio;
        this.permit = permit;
        this.ended = ended;
    }

    /** The next piece, or null at the end. Once {@link #wasStopped}, what it returns or throws means nothing. */
    public @Nullable AudioChunk next() throws ProviderException {
        var chunk = read();
        if (chunk != null && !chunk.segments().isEmpty()) {
            var last = chunk.segments().getLast();
            charactersHeard = charactersBefore(last.turn())
                    + last.firstCharacter()
                    + last.characters().size();
        }
        return chunk;
    }

    /** Wakes the reader and ends the provider's work, from any thread. */
    public void stop() {
        stopped = true;
        audio.close();
    }

    /** Whether somebody wanted the audio to end early. */
    public boolean wasStopped() {
        return stopped;
    }

    @Override
    public void close() {
        audio.close();
        permit.giveBack();
        ended.accept(this);
    }

    Task task() {
        return task;
    }

    OptionalDouble progress() {
        int heard = charactersHeard;
        return heard < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) heard / task.request().characters()));
    }

    private @Nullable AudioChunk read() throws ProviderException {
        try {
            var chunk = audio.next();
            if (chunk == null && !stopped) {
                permit.succeeded();
            }
            return chunk;
        } catch (ProviderException e) {
            if (!stopped) {
                permit.failed(e.failure());
            }
            throw e;
        }
    }

    private int charactersBefore(int turn) {
        return switch (task.request()) {
            case RenderRequest.DialogueRequest request ->
                request.dialogue().turns().stream()
                        .limit(turn)
                        .mapToInt(Turn::characters)
                        .sum();
            case RenderRequest.SpeechRequest _ -> 0;
        };
    }
}
