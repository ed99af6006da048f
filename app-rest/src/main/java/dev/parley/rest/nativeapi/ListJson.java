package dev.parley.rest.nativeapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several things; {@code next_cursor} leads to more of them. */
record ListJson<T>(
        List<T> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {
    static <T> ListJson<T> of(List<T> data) {
        return new ListJson<>(data, null);
    }
}
