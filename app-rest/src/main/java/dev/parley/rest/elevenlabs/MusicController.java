package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.domain.render.Delivery;
import dev.parley.rest.draft.MusicFields.Extra;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.EnumSet;

/** Music, and what it is mixed of. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class MusicController {

    private final OrderReader orders;
    private final FormOrders forms;
    private final AudioAnswers answers;
    private final DetailedAnswers detailed;
    private final PlanAnswers plans;

    MusicController(
            OrderReader orders, FormOrders forms, AudioAnswers answers, DetailedAnswers detailed, PlanAnswers plans) {
        this.orders = orders;
        this.forms = forms;
        this.answers = answers;
        this.detailed = detailed;
        this.plans = plans;
    }

    /** The second is the path that seeds/003 has for it. */
    @Post(uris = {"/v1/music", "/v1/music-generation"})
    HttpResponse<?> compose(HttpRequest<?> request, Caller caller) {
        return answers.answer(orders.music(request, caller, Delivery.WHOLE, EnumSet.of(Extra.SECTION_DURATIONS)));
    }

    @Post("/v1/music/stream")
    HttpResponse<?> stream(HttpRequest<?> request, Caller caller) {
        return answers.answer(orders.music(request, caller, new Delivery(true, false), EnumSet.noneOf(Extra.class)));
    }

    @Post("/v1/music/detailed")
    HttpResponse<?> composeDetailed(HttpRequest<?> request, Caller caller) {
        return detailed.answer(orders.music(request, caller, Delivery.WHOLE, EnumSet.allOf(Extra.class)));
    }

    @Post("/v1/music/plan")
    HttpResponse<?> plan(HttpRequest<?> request, Caller caller) {
        return plans.answer(orders.plan(request, caller));
    }

    @Post("/v1/music/stem-separation")
    HttpResponse<?> separate(HttpRequest<?> request, Caller caller) {
        return forms.stems(request, caller, answers::answer);
    }
}
