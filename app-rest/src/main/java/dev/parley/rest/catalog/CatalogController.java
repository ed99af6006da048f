package dev.parley.rest.catalog;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Voices;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** What can be asked for, as the caller's dialect lists it. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogController {

    private final Catalog catalog;
    private final Voices voices;
    private final List<CatalogDialect> dialects;

    CatalogController(Catalog catalog, Voices voices, List<CatalogDialect> dialects) {
        this.catalog = catalog;
        this.voices = voices;
        this.dialects = dialects;
    }

    @Get("/models")
    Object models(HttpRequest<?> request, Caller caller) {
        return spoken(request).models(catalog.models(caller));
    }

    @Get("/voices")
    Object voices(HttpRequest<?> request, Caller caller) {
        return spoken(request).voices(voices.list(caller));
    }

    private CatalogDialect spoken(HttpRequest<?> request) {
        return dialects.stream()
                .filter(dialect -> dialect.isSpokenIn(request))
                .findFirst()
                .orElseThrow();
    }
}
