package dev.parley.rest.elevenlabs;

import dev.parley.application.catalog.Catalog;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.live.Framing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Answers a request for audio in one of four ways: all of it or while it is made, bare or with timings. */
@Singleton
final class AudioAnswers {

    private static final int ONE_PIECE_MAX = 64 * 1024;

    private final Hearing hearing;
    private final Catalog catalog;
    private final AnswerHeaders headers;

    AudioAnswers(Hearing hearing, Catalog catalog, AnswerHeaders headers) {
        this.hearing = hearing;
        this.catalog = catalog;
        this.headers = headers;
    }

    HttpResponse<?> answer(Asked asked) {
        return asked.streamed() ? stream(asked) : whole(asked);
    }

    private HttpResponse<?> stream(Asked asked) {
        var framing = asked.timed() ? new TimedLines(Script.of(asked.order().draft())) : Framing.PLAIN;
        var body = hearing.stream(asked, framing);
        return finish(HttpResponse.ok(body), asked, body.task(), body.isRepeated());
    }

    private HttpResponse<?> whole(Asked asked) {
        List<VoiceSegment> heard = new ArrayList<>();
        var made = hearing.whole(asked, chunk -> heard.addAll(chunk.segments()));
        var audio = made.completed().audio();
        var file = new StoredAnswer(hearing.file(audio, 0), audio, asked.format());
        var body = asked.timed()
                ? file.inJson(TimingsJson.of(Script.of(asked.order().draft()), heard))
                : file.bare();
        return finish(HttpResponse.ok(inOnePiece(body)), asked, made.task(), made.repeated());
    }

    /** Little goes out in one piece: threads that read it on would cost more than the memory. */
    private static Object inOnePiece(AudioBody body) {
        if (body.length() > ONE_PIECE_MAX) {
            return body;
        }
        try (var audio = body.stream()) {
            return audio.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> MutableHttpResponse<T> finish(
            MutableHttpResponse<T> response, Asked asked, Task task, boolean repeated) {
        String type = asked.timed()
                ? MediaType.APPLICATION_JSON
                : asked.format().contentType(task.output().format());
        if (task.output().format() == FileType.ZIP) {
            response.header("Content-Disposition", "attachment; filename=stems.zip");
        }
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
