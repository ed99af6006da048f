package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.domain.task.Task;
import dev.parley.rest.audio.AudioBody;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.submit.Submission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Answers a request for a transcript: with it, or at once with where it will be. */
@Singleton
final class TranscriptAnswers {

    private static final String ROUTE = "elevenlabs.transcripts";

    private final Hearing hearing;
    private final TranscriptFile file;
    private final AnswerHeaders headers;
    private final Submission submission;

    TranscriptAnswers(Hearing hearing, TranscriptFile file, AnswerHeaders headers, Submission submission) {
        this.hearing = hearing;
        this.file = file;
        this.headers = headers;
        this.submission = submission;
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Accepted(String message, UUID requestId, UUID transcriptionId) {

        static Accepted of(Task task) {
            return new Accepted(
                    "Request accepted. The account's webhook endpoints will be told.", task.id(), task.id());
        }
    }

    HttpResponse<?> answer(FormOrders.Transcription wanted) {
        return wanted.later() ? later(wanted.asked()) : now(wanted.asked());
    }

    private HttpResponse<?> now(Asked asked) {
        var heard = hearing.whole(asked, _ -> {});
        var task = heard.task();
        var body = file.told(heard.completed().audio(), task.id().toString());
        var response = HttpResponse.<AudioBody>ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        return headers.add(response, asked, task, heard.repeated(), List.of());
    }

    private HttpResponse<?> later(Asked asked) {
        var key = dev.parley.rest.submit.Asked.key(
                IdempotencyHeader.of(asked.request()),
                asked.caller(),
                ROUTE,
                asked.repeat().fingerprint());
        var queued = new dev.parley.rest.submit.Asked(asked.caller(), asked.order(), key, asked.warnings());
        return FieldNames.naming(
                asked.order().draft(),
                asked.spelling(),
                () -> submission.answer(queued, HttpStatus.ACCEPTED, Accepted::of));
    }
}
