package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.domain.render.Failure.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a kind and its words.
 *
 * @param mayHaveRendered null but for what was unavailable, and for that too where the first version stored it
 */
record FailureColumns(
        String kind,
        String message,
        @Nullable Long retryAfterMs,
        @Nullable Boolean mayHaveRendered) {
    private static final String REJECTED = "REJECTED";
    private static final String THROTTLED = "THROTTLED";
    private static final String UNAVAILABLE = "UNAVAILABLE";
    private static final String MISCONFIGURED = "MISCONFIGURED";

    static FailureColumns of(Failure failure) {
        return switch (failure) {
            case Rejected(String message) -> new FailureColumns(REJECTED, message, null, null);
            case Throttled(String message, Duration retryAfter) ->
                new FailureColumns(THROTTLED, message, retryAfter.toMillis(), null);
            case Unavailable(String message, boolean mayHaveRendered) ->
                new FailureColumns(UNAVAILABLE, message, null, mayHaveRendered);
            case Misconfigured(String message) -> new FailureColumns(MISCONFIGURED, message, null, null);
        };
    }

    Failure toFailure() {
        return switch (kind) {
            case REJECTED -> new Rejected(message);
            case THROTTLED -> new Throttled(message, Duration.ofMillis(retryAfterMs == null ? 0 : retryAfterMs));
            case UNAVAILABLE -> new Unavailable(message, mayHaveRendered == null || mayHaveRendered);
            case MISCONFIGURED -> new Misconfigured(message);
            default -> throw new IllegalStateException("a later version stored failure '" + kind + "'");
        };
    }
}
