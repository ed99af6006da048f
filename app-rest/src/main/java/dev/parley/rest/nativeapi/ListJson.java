package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several things; {@code next_cursor} leads to more of them. OpenAI's clients look for {@code object}. */
public record ListJson<T>(
        String object,
        List<T> data,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {
    public ListJson(List<T> data, @Nullable String nextCursor) {
        this("list", data, nextCursor);
    }

    public static <T> ListJson<T> of(List<T> data) {
        return new ListJson<>(data, null);
    }
}
