package dev.parley.domain.task;

import dev.parley.domain.ledger.Quote;
import dev.parley.domain.render.RenderRequest;
import java.util.List;

/**
 * One way to render a task.
 *
 * @param provider name of the provider
 * @param request what the provider is asked for; its format is one of the provider's own
 * @param quote what it costs if this provider delivers, by the public model that the caller named
 * @param warnings what the caller should know about how the request was understood for this provider
 */
public record Route(String provider, RenderRequest request, Quote quote, List<String> warnings) {
    public Route {
        warnings = List.copyOf(warnings);
    }
}
