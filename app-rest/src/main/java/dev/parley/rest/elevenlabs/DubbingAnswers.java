package dev.parley.rest.elevenlabs;

import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.submit.Submission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** Answers a request for a dub at once: where it will be. */
@Singleton
final class DubbingAnswers {

    private static final String ROUTE = "elevenlabs.dubbing";

    private final Submission submission;

    DubbingAnswers(Submission submission) {
        this.submission = submission;
    }

    HttpResponse<?> created(Asked asked) {
        var key = dev.parley.rest.submit.Asked.key(
                IdempotencyHeader.of(asked.request()),
                asked.caller(),
                ROUTE,
                asked.repeat().fingerprint());
        var queued = new dev.parley.rest.submit.Asked(asked.caller(), asked.order(), key, asked.warnings());
        return FieldNames.naming(
                asked.order().draft(),
                asked.spelling(),
                () -> submission.answer(queued, HttpStatus.OK, DubbingJson.Created::of));
    }
}
