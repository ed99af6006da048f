package dev.parley.adapters.elevenlabs.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;

/** A request in the upstream's words. May be sent several times, one after the other. */
public interface Call extends Asked {

    Payload payload();

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
