package dev.parley.rest.elevenlabs;

import dev.parley.application.audio.FetchAudio;
import dev.parley.application.stream.OrderStream;
import dev.parley.application.stream.StoredStream;
import dev.parley.application.stream.StreamOrder;
import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.live.Framing;
import dev.parley.rest.live.LiveAudio;
import dev.parley.rest.live.LiveBody;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Has what is asked for made, to its end or as it goes, and finds what was made. */
@Singleton
final class Hearing {

    private final StreamOrder orders;
    private final LiveAudio live;
    private final FetchAudio stored;

    Hearing(StreamOrder orders, LiveAudio live, FetchAudio stored) {
        this.orders = orders;
        this.live = live;
        this.stored = stored;
    }

    /**
     * What was heard to its end.
     *
     * @param task completed
     * @param repeated whether it was made for an earlier request
     */
    record Heard(Task task, boolean repeated) {

        Completed completed() {
            if (!(task.state() instanceof Completed completed)) {
                throw new IllegalStateException("what was heard to its end is completed");
            }
            return completed;
        }
    }

    LiveBody stream(Asked asked, Framing framing) {
        return live.stream(asked.request(), open(asked), framing);
    }

    /** Made to its end first, so that a failure is an answer and not half of one. */
    Heard whole(Asked asked, Consumer<AudioChunk> each) {
        var stream = open(asked);
        return new Heard(live.whole(asked.request(), stream, each), stream instanceof StoredStream);
    }

    /** From this byte on. */
    InputStream file(AudioRef audio, long offset) {
        try {
            return stored.open(audio, offset)
                    .orElseThrow(() -> new Refused(new Refusal.Conflict("The audio is deleted already.")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OrderStream open(Asked asked) {
        var stream = FieldNames.naming(
                asked.order().draft(),
                asked.spelling(),
                () -> orders.open(asked.caller(), asked.order(), asked.intent(), asked.repeat()));
        if (asked.timed() && stream instanceof StoredStream) {
            stream.close();
            throw new Refused(new Refusal.Conflict("This Idempotency-Key was used before, and timings are not kept:"
                    + " use a new key, or ask for the audio alone with the task's link. Task: "
                    + stream.task().id() + "."));
        }
        return stream;
    }
}
