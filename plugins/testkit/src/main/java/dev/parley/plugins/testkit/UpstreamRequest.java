package dev.parley.plugins.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached a {@link FakeUpstream}.
 *
 * @param method as {@code POST}
 * @param target path and query as sent, as {@code /v1/speech?format=mp3}
 * @param headers by lower-case name; of several with one name, the last
 * @param body as UTF-8; empty where there was none
 */
public record UpstreamRequest(String method, String target, Map<String, String> headers, String body) {
    public UpstreamRequest {
        headers = Map.copyOf(headers);
    }

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The value of this header, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
