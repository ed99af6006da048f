package dev.parley.rest.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.admin.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several things; {@code next_cursor} leads to more of them. */
record PageJson<T>(
        List<T> data, @JsonProperty("next_cursor") @Nullable String nextCursor) {

    static <S, T> PageJson<T> of(Page<S> page, Function<S, T> json) {
        return new PageJson<>(page.entries().stream().map(json).toList(), page.nextCursor());
    }
}
