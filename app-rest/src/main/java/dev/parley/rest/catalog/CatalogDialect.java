package dev.parley.rest.catalog;

import dev.parley.application.catalog.PublicModel;
import dev.parley.application.catalog.Voices;
import io.micronaut.http.HttpRequest;
import java.util.List;

/** How one client API lists what can be asked for. Implementations are beans; the first that is spoken answers. */
public interface CatalogDialect {

    /** Whether the caller speaks it, as the header of their credential tells. */
    boolean isSpokenIn(HttpRequest<?> request);

    /** Body of the answer that lists these. */
    Object models(List<PublicModel> models);

    /** Body of the answer that lists these. */
    Object voices(List<Voices.Listed> voices);
}
