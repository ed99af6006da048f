package dev.parley.rest;

import dev.parley.application.Limits;
import dev.parley.rest.admin.AdminProperties;
import dev.parley.rest.upload.FormReader;
import java.util.HashMap;
import java.util.Map;

/** What Micronaut must be told for this edge to keep its promises. */
public final class RestProperties {

    private static final int HEADERS_BYTES_MAX = 16 * 1024;
    private static final int REQUEST_LINE_BYTES_MAX = 4 * 1024;
    /** A caller who waits for a whole audio hears nothing before: the usual clients wait for four minutes. */
    private static final String SILENCE_MAX = "300s";

    private static final int ANY_FREE_PORT = -1;

    private RestProperties() {}

    /**
     * Properties of the HTTP server.
     *
     * @param bind address to listen on
     * @param port 0 for any free one
     */
    public static Map<String, Object> of(Limits limits, String bind, int port) {
        var properties = new HashMap<>(AdminProperties.all());
        properties.putAll(Map.ofEntries(
                Map.entry("micronaut.server.host", bind),
                Map.entry("micronaut.server.port", port == 0 ? ANY_FREE_PORT : port),
                // Bodies of JSON are bound by who reads them, and what is not streamed by the size of a buffer.
                Map.entry("micronaut.server.max-request-size", FormReader.bytesMax(limits)),
                Map.entry("micronaut.server.max-request-buffer-size", limits.bodyBytesMax()),
                // A page of another origin has no key: its requests need no refusal of another shape.
                Map.entry("micronaut.server.cors.localhost-pass-through", true),
                Map.entry("micronaut.server.idle-timeout", SILENCE_MAX),
                Map.entry("micronaut.server.netty.max-header-size", HEADERS_BYTES_MAX),
                Map.entry("micronaut.server.netty.max-initial-line-length", REQUEST_LINE_BYTES_MAX),
                // A compressed body would slip past the limit of its size, so it is refused as it comes.
                Map.entry("micronaut.server.netty.request-decompression-enabled", false),
                Map.entry("micronaut.server.netty.compression-threshold", -1),
                // Micronaut's management is on the class path with some of its modules, and would answer beside us.
                Map.entry("endpoints.all.enabled", false),
                Map.entry("jackson.serialization-inclusion", "NON_NULL"),
                Map.entry("jackson.generator.write-bigdecimal-as-plain", true)));
        return properties;
    }
}
