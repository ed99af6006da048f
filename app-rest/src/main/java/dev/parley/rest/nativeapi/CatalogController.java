package dev.parley.rest.nativeapi;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Voices;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What can be ordered. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogController {

    private final Catalog catalog;
    private final Voices voices;

    CatalogController(Catalog catalog, Voices voices) {
        this.catalog = catalog;
        this.voices = voices;
    }

    @Get("/models")
    ListJson<ModelJson> models(Caller caller) {
        return ListJson.of(catalog.models(caller).stream().map(ModelJson::of).toList());
    }

    @Get("/voices")
    ListJson<VoiceJson> voices() {
        return ListJson.of(voices.list().stream().map(VoiceJson::of).toList());
    }
}
