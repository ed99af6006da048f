package dev.parley.application.submit;

import dev.parley.domain.ledger.Quote;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.task.Routes;
import dev.parley.domain.task.Task;
import java.util.List;

/**
 * An order that can be rendered, and its price.
 *
 * @param routes who can render it, and in which terms
 * @param output as the caller wants it
 */
public record PreparedOrder(Routes routes, Task.Output output) {

    /** What the first provider would be asked for. */
    public RenderRequest request() {
        return routes.current().request();
    }

    /** What is held. */
    public Quote quote() {
        return routes.dearest();
    }

    /** Of the first route. */
    public List<String> warnings() {
        return routes.current().warnings();
    }

    /** The same on another route. */
    public PreparedOrder at(int route) {
        return new PreparedOrder(routes.at(route), output);
    }
}
