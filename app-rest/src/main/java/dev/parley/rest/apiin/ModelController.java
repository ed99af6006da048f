package dev.parley.rest.apiin;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.PublicModel;
import dev.parley.domain.render.Kind;
import dev.parley.rest.RestSettings;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.List;

/** What this dialect's route can be asked for, cheapest first. */
@Controller(ApiinPaths.MODELS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {

    private static final Comparator<ModelJson> CHEAPEST_FIRST = Comparator.comparing(ModelJson::baseCredits)
            .thenComparing(ModelJson::perThousand)
            .thenComparing(ModelJson::id);

    private final Catalog catalog;
    private final Casting casting;
    private final RestSettings settings;

    ModelController(Catalog catalog, Casting casting, RestSettings settings) {
        this.catalog = catalog;
        this.casting = casting;
        this.settings = settings;
    }

    record ModelsJson(String object, List<ModelJson> data) {}

    @Get
    ModelsJson models(Caller caller) {
        var served = catalog.models(caller).stream()
                .filter(ModelController::speaksDialogues)
                .map(model -> ModelJson.of(model, example(caller, model)))
                .sorted(CHEAPEST_FIRST)
                .toList();
        return new ModelsJson("list", served);
    }

    private static boolean speaksDialogues(PublicModel model) {
        return model.candidates().stream()
                .anyMatch(candidate -> candidate.serving().kinds().contains(Kind.DIALOGUE));
    }

    private ExampleJson example(Caller caller, PublicModel model) {
        return ExampleJson.of(settings.urlOf(ApiinPaths.SPEECH), model.name(), casting.of(caller, model));
    }
}
