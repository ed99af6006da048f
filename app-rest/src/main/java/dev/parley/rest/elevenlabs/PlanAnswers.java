package dev.parley.rest.elevenlabs;

import dev.parley.rest.audio.AudioBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers a request for a plan with what the provider made, which is in this dialect's own form. */
@Singleton
final class PlanAnswers {

    private final Hearing hearing;
    private final AnswerHeaders headers;

    PlanAnswers(Hearing hearing, AnswerHeaders headers) {
        this.hearing = hearing;
        this.headers = headers;
    }

    HttpResponse<?> answer(Asked asked) {
        var heard = hearing.whole(asked, _ -> {});
        var file = heard.completed().audio();
        var body = new AudioBody(hearing.file(file, 0), file.bytes());
        var response = HttpResponse.<AudioBody>ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        return headers.add(response, asked, heard.task(), heard.repeated(), List.of());
    }
}
