package dev.parley.domain.render;

import java.time.Duration;

/** Why an attempt to render did not work. The kind says who must act. Messages never hold secrets or callers' text. */
public sealed interface Failure {

    /** For the log and the task; shown to the caller except where noted. */
    String message();

    /** Whether the provider may have done the work all the same, and may want to be paid for it. */
    default boolean mayHaveRendered() {
        return false;
    }

    /** The caller must change the request: the provider will not render it. */
    record Rejected(String message) implements Failure {}

    /** Too fast for the provider: wait at least {@code retryAfter}, then try again. A task waits a day at most. */
    record Throttled(String message, Duration retryAfter) implements Failure {}

    /**
     * Broken for now: the same request may work later, or elsewhere.
     *
     * @param mayHaveRendered whether the provider may have done the work, and may want to be paid for it: the request was sent,
     *     and what came back was nothing, too late or not whole. Such an attempt is not simply repeated
     */
    record Unavailable(String message, boolean mayHaveRendered) implements Failure {

        /** The safe one of the two: the provider may have rendered. */
        public Unavailable(String message) {
            this(message, true);
        }

        /** For what is known not to have been rendered: never connected, or turned away before it began. */
        public static Unavailable notRendered(String message) {
            return new Unavailable(message, false);
        }
    }

    /** The operator must act: a bad upstream key, an exhausted quota. Callers are only told "unavailable". */
    record Misconfigured(String message) implements Failure {}
}
