package dev.parley.rest.elevenlabs;

import dev.parley.application.audio.FetchAudio;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.stream.OrderStream;
import dev.parley.application.stream.StoredStream;
import dev.parley.application.stream.StreamOrder;
import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.live.Framing;
import dev.parley.rest.live.LiveAudio;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers a request for audio in one of four ways: all of it or while it is made, bare or with timings. */
@Singleton
final class AudioAnswers {

    private final StreamOrder orders;
    private final LiveAudio live;
    private final FetchAudio stored;
    private final Catalog catalog;
    private final AnswerHeaders headers;

    AudioAnswers(StreamOrder orders, LiveAudio live, FetchAudio stored, Catalog catalog, AnswerHeaders headers) {
        this.orders = orders;
        this.live = live;
        this.stored = stored;
        this.catalog = catalog;
        this.headers = headers;
    }

    HttpResponse<?> answer(Asked asked) {
        return asked.streamed() ? stream(asked) : whole(asked);
    }

    private HttpResponse<?> stream(Asked asked) {
        var framing = asked.timed() ? new TimedLines(Script.of(asked.order().draft())) : Framing.PLAIN;
        var body = live.stream(asked.request(), () -> open(asked), framing);
        var response = HttpResponse.ok(body);
        return finish(response, asked, body.task(), body.isRepeated());
    }

    /** Made to its end first, so that a failure is an answer and not half an audio. */
    private HttpResponse<?> whole(Asked asked) {
        List<VoiceSegment> heard = new ArrayList<>();
        var repeated = new AtomicBoolean();
        var task = live.whole(
                asked.request(),
                () -> {
                    var stream = open(asked);
                    repeated.set(stream instanceof StoredStream);
                    return stream;
                },
                chunk -> heard.addAll(chunk.segments()));
        var file = file(asked, task);
        var body = asked.timed()
                ? file.inJson(TimingsJson.of(Script.of(asked.order().draft()), heard))
                : file.bare();
        return finish(HttpResponse.<AudioBody>ok(body), asked, task, repeated.get());
    }

    private OrderStream open(Asked asked) {
        var stream = FieldNames.naming(
                asked.order().draft(),
                () -> orders.open(asked.caller(), asked.order(), asked.intent(), asked.repeat()));
        if (asked.timed() && stream instanceof StoredStream) {
            stream.close();
            throw new Refused(new Refusal.Conflict("This Idempotency-Key was used before, and timings are not kept:"
                    + " use a new key, or ask for the audio alone with the task's link. Task: "
                    + stream.task().id() + "."));
        }
        return stream;
    }

    private StoredAnswer file(Asked asked, Task task) {
        if (!(task.state() instanceof Completed(AudioRef audio, var _, var _, var _))) {
            throw new IllegalStateException("what was heard to its end is completed");
        }
        try {
            var bytes = stored.open(audio, 0)
                    .orElseThrow(() -> new Refused(new Refusal.Conflict("The audio is deleted already.")));
            return new StoredAnswer(bytes, audio, asked.format());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> MutableHttpResponse<T> finish(
            MutableHttpResponse<T> response, Asked asked, Task task, boolean repeated) {
        String type =
                asked.timed() ? MediaType.APPLICATION_JSON : asked.format().contentType();
        return headers.add(response.header("Content-Type", type), asked, task, repeated, timingsWarning(asked, task));
    }

    private List<String> timingsWarning(Asked asked, Task task) {
        String model = Objects.requireNonNull(asked.order().model());
        return asked.timed() && !tellsTimings(asked, task)
                ? List.of("The model " + model + " does not tell here when each character is heard.")
                : List.of();
    }

    private boolean tellsTimings(Asked asked, Task task) {
        return catalog
                .model(asked.caller(), Objects.requireNonNull(asked.order().model()))
                .candidates()
                .stream()
                .anyMatch(candidate -> candidate.provider().equals(task.provider())
                        && candidate.serving().timings());
    }
}
