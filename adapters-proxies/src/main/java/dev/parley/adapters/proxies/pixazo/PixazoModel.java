package dev.parley.adapters.proxies.pixazo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Model;

/** What one of pixazo's models differs in: each has its own path and body, and all else is shared. */
interface PixazoModel {

    Model model();

    /** Where it is asked for. */
    String path();

    ObjectNode body(RenderRequest request);
}
