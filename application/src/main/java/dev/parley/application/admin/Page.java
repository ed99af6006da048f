package dev.parley.application.admin;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record Page<T>(List<T> entries, @Nullable String nextCursor) {

    /** The first {@code size} of what was found, which is one more where there is another page. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var entries = found.subList(0, size);
        return new Page<>(entries, cursor.apply(entries.getLast()));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(entries.stream().map(change).toList(), nextCursor);
    }
}
