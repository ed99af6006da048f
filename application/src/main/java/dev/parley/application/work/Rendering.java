package dev.parley.application.work;

import dev.parley.application.work.Breakers.Permit;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.task.Task;
import dev.parley.ports.audio.AudioLength;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is made for one task, while it is. Pulled and closed by one thread; any other may {@link #stop} it. */
public final class Rendering implements AutoCloseable {

    private final Task task;
    private final AudioStream audio;
    private final AudioLength.@Nullable Meter meter;
    private final Permit permit;
    private final Consumer<Rendering> ended;
    private volatile int charactersHeard = -1;
    private volatile boolean stopped;

    Rendering(
            Task task, AudioStream audio, AudioLength.@Nullable Meter meter, Permit permit, Consumer<Rendering> ended) {
        this.task = task;
        this.audio = audio;
        this.meter = meter;
        this.permit = permit;
        this.ended = ended;
    }

    /** The next piece, or null at the end. Once {@link #wasStopped}, what it returns or throws means nothing. */
    public @Nullable AudioChunk next() throws ProviderException {
        var chunk = read();
        if (chunk == null) {
            return null;
        }
        if (meter != null) {
            meter.add(chunk.bytes());
        }
        if (!chunk.segments().isEmpty() && task.request() instanceof SpokenRequest request) {
            var last = chunk.segments().getLast();
            charactersHeard = charactersBefore(request, last.turn())
                    + last.firstCharacter()
                    + last.characters().size();
        }
        return chunk;
    }

    /** What is known of it after its end. */
    public Made made() {
        return new Made(length(), audio.details().orElse(null));
    }

    /** How much audio there has been so far; zero where nothing depends on it. */
    public Duration length() {
        return meter == null ? Duration.ZERO : meter.length();
    }

    /** Wakes the reader and ends the provider's work, from any thread. */
    public void stop() {
        stopped = true;
        audio.close();
    }

    /** Whether somebody wanted it to end early. */
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
        if (heard >= 0) {
            return OptionalDouble.of(Math.min(1, (double) heard / task.request().characters()));
        }
        return meter == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(
                        1,
                        (double) meter.length().toMillis()
                                / task.request().longest().toMillis()));
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

    private static int charactersBefore(SpokenRequest request, int turn) {
        return request.turns().stream().limit(turn).mapToInt(Turn::characters).sum();
    }
}
