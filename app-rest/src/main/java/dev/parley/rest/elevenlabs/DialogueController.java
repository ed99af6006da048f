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

/** Several voices, as one audio. */
@Controller("/v1/text-to-dialogue")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class DialogueController {

    private final OrderReader orders;
    private final AudioAnswers answers;

    DialogueController(OrderReader orders, AudioAnswers answers) {
        this.orders = orders;
        this.answers = answers;
    }

    @Post
    HttpResponse<?> convert(HttpRequest<?> request, Caller caller) {
        return answer(request, caller, Delivery.WHOLE);
    }

    @Post("/stream")
    HttpResponse<?> stream(HttpRequest<?> request, Caller caller) {
        return answer(request, caller, new Delivery(true, false));
    }

    @Post("/with-timestamps")
    HttpResponse<?> convertTimed(HttpRequest<?> request, Caller caller) {
        return answer(request, caller, new Delivery(false, true));
    }

    @Post("/stream/with-timestamps")
    HttpResponse<?> streamTimed(HttpRequest<?> request, Caller caller) {
        return answer(request, caller, new Delivery(true, true));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Caller caller, Delivery delivery) {
        return answers.answer(orders.dialogue(request, caller, delivery));
    }
}
