package dev.parley.rest.pixazo;

import dev.parley.application.Caller;
import dev.parley.rest.RestSettings;
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
import java.util.stream.Stream;

/** Takes text for one voice, and answers with where to ask for it. */
@Controller(PixazoPaths.SPEECH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class SpeechController {

    private static final String ROUTE = "pixazo.speech";

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final Submission submission;
    private final RestSettings settings;

    SpeechController(RequestJson json, UnknownFields unknownFields, Submission submission, RestSettings settings) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.submission = submission;
        this.settings = settings;
    }

    @Post
    HttpResponse<?> speak(HttpRequest<?> request, Caller caller) {
        var name = IdempotencyHeader.of(request);
        var webhook = WebhookHeaders.of(request);
        var body = json.read(request);
        var order = SpeechJson.order(body, webhook.callback());
        var warnings = Stream.concat(webhook.warnings().stream(), unknownFields.check(request, body).stream())
                .toList();
        var key = Asked.key(name, caller, ROUTE, body.fingerprint(webhook.said()));
        return SpeechJson.naming(
                PixazoPaths.SPEECH_MODEL,
                () -> submission.answer(
                        new Asked(caller, order, key, warnings),
                        HttpStatus.ACCEPTED,
                        task -> Queued.of(task, settings)));
    }
}
