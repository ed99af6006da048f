package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.domain.render.Delivery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** A recording in another voice. */
@Controller("/v1/speech-to-speech/{voiceId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class VoiceChangeController {

    private final FormOrders forms;
    private final AudioAnswers answers;

    VoiceChangeController(FormOrders forms, AudioAnswers answers) {
        this.forms = forms;
        this.answers = answers;
    }

    @Post
    HttpResponse<?> convert(HttpRequest<?> request, Caller caller, String voiceId) {
        return forms.voiceChange(request, caller, voiceId, Delivery.WHOLE, answers::answer);
    }

    @Post("/stream")
    HttpResponse<?> stream(HttpRequest<?> request, Caller caller, String voiceId) {
        return forms.voiceChange(request, caller, voiceId, new Delivery(true, false), answers::answer);
    }
}
