package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.work.Renderings;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** One model, which the list of models shows in the same words. */
@Controller("/v1/models/{model}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {

    private final Catalog catalog;
    private final Renderings renderings;

    ModelController(Catalog catalog, Renderings renderings) {
        this.catalog = catalog;
        this.renderings = renderings;
    }

    @Get
    ModelJson model(Caller caller, String model) {
        return ModelJson.of(catalog.model(caller, model), renderings::health);
    }
}
