package dev.parley.adapters.elevenlabs.wire;

import dev.parley.domain.render.RenderRequest;
import java.util.List;

/** What the upstream is asked for, and where. */
public interface Asked {

    RenderRequest request();

    /** Path and query. */
    String target();

    /** Ids of the voices that it names; most name none. */
    default List<String> voices() {
        return List.of();
    }
}
