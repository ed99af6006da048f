package dev.parley.rest.nativeapi;

import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.Voices;
import dev.parley.application.work.Renderings;
import dev.parley.rest.catalog.CatalogDialect;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists for those who speak no other dialect. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class NativeCatalog implements CatalogDialect {

    private final Renderings renderings;

    NativeCatalog(Renderings renderings) {
        this.renderings = renderings;
    }

    @Override
    public boolean isSpokenIn(HttpRequest<?> request) {
        return true;
    }

    @Override
    public Object models(List<PublicModel> models) {
        return ListJson.of(models.stream()
                .map(model -> ModelJson.of(model, renderings::health))
                .toList());
    }

    @Override
    public Object voices(List<Voices.Listed> voices) {
        return ListJson.of(voices.stream().map(VoiceJson::of).toList());
    }
}
