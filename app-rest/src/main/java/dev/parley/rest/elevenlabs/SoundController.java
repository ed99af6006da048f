package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Sound effects. */
@Controller("/v1/sound-generation")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class SoundController {

    private final OrderReader orders;
    private final AudioAnswers answers;

    SoundController(OrderReader orders, AudioAnswers answers) {
        this.orders = orders;
        this.answers = answers;
    }

    @Post
    HttpResponse<?> generate(HttpRequest<?> request, Caller caller) {
        return answers.answer(orders.sound(request, caller));
    }
}
