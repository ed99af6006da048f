package dev.parley.application.submit;

import dev.parley.domain.dialogue.RenderRequest;
import dev.parley.domain.ledger.Quote;
import dev.parley.domain.task.Task;
import java.util.List;

/**
 * An order that can be rendered, and its price.
 *
 * @param provider that will render it
 * @param request in the provider's own terms
 * @param output as the caller wants it
 */
public record PreparedOrder(
        String provider, RenderRequest request, Task.Output output, Quote quote, List<String> warnings) {
    public PreparedOrder {
        warnings = List.copyOf(warnings);
    }
}
