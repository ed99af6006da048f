package dev.parley.adapters.proxies.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success. Its prose is looked at, and never passed on: it may repeat a key or the caller's text.
 *
 * @param retryAfter as the upstream told it
 */
public record ErrorAnswer(
        int status, JsonNode body, @Nullable Duration retryAfter) {

    /** Whether it has one of these code words in one of the usual places. */
    public boolean says(String... any) {
        JsonNode error = body.path("error");
        var words = Stream.of(error.path("code"), error.path("type"), error, body.path("code"))
                .map(JsonNode::asText)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return Stream.of(any).anyMatch(words::contains);
    }

    /** Whether its prose has these words, in any case. */
    public boolean mentions(String words) {
        JsonNode error = body.path("error");
        return Stream.of(error, error.path("message"), body.path("message"), body.path("msg"))
                .anyMatch(prose -> prose.asText().toLowerCase(Locale.ROOT).contains(words));
    }
}
