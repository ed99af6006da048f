package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the upstream, but for its credential.
 *
 * @param path below the base address
 * @param body is posted; where there is none, the request is a question
 */
public record Call(
        String path, Map<String, String> headers, @Nullable ObjectNode body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** A question. */
    public static Call get(String path) {
        return new Call(path, Map.of(), null);
    }
}
