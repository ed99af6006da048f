package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** One model, which the list of models shows in the same words. */
@Controller("/v1/models/{model}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {

    private final Catalog catalog;

    ModelController(Catalog catalog) {
        this.catalog = catalog;
    }

    @Get
    ModelJson model(Caller caller, String model) {
        return ModelJson.of(catalog.model(caller, model));
    }
}
