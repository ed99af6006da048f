package dev.parley.rest.apiin;

import dev.parley.application.Caller;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.submit.Asked;
import dev.parley.rest.submit.Submission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Takes dialogues, and answers with a task at once. */
@Controller(ApiinPaths.SPEECH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class SpeechController {

    private static final String ROUTE = "apiin.speech";

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final Submission submission;
    private final AudioUrls urls;

    SpeechController(RequestJson json, UnknownFields unknownFields, Submission submission, AudioUrls urls) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.submission = submission;
        this.urls = urls;
    }

    @Post
    HttpResponse<?> speak(HttpRequest<?> request, Caller caller) {
        var name = IdempotencyHeader.of(request);
        var body = json.read(request);
        var order = SpeechJson.order(body);
        var ignored = unknownFields.check(request, body);
        var key = Asked.key(name, caller, ROUTE, body.fingerprint());
        return submission.answer(
                new Asked(caller, order, key, ignored),
                HttpStatus.OK,
                task -> AnswerJson.of(TaskJson.of(task, urls.of(task))));
    }
}
