package dev.parley.adapters.elevenlabs.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.render.RenderRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.List;

/** A request in the upstream's words. May be sent several times, one after the other. */
public interface Call {

    RenderRequest request();

    /** Path and query. */
    String target();

    Payload payload();

    /** Ids of the voices that it names; most name none. */
    default List<String> voices() {
        return List.of();
    }

    /** Whether a good answer is JSON. */
    default boolean answeredInJson() {
        return false;
    }

    /**
     * What a good answer holds.
     *
     * @param body of that answer, watched
     * @throws IOException if it cannot be what was asked for
     */
    Content content(Answer answer, InputStream body) throws IOException;

    /** As part of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
