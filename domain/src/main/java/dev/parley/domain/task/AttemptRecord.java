package dev.parley.domain.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, stored before the provider hears of it. One without an ending whose worker is gone has an unknown
 * outcome: it is settled by policy, never repeated blindly.
 *
 * @param number counts from 1
 * @param upstreamId by which the provider knows the attempt, if it works by ids of its own and has told it
 */
public record AttemptRecord(
        UUID task,
        int number,
        String provider,
        Instant dispatchedAt,
        @Nullable String upstreamId,
        @Nullable Ending ending) {

    /** How an attempt ended. */
    public enum Outcome {
        /** The audio was rendered and is the task's. */
        DELIVERED,
        /** Rendered, at least in part, for nobody: the task was cancelled, left or moved on meanwhile. */
        WASTED,
        /** The provider is known not to have rendered. */
        NOT_RENDERED,
        /** Nobody knows whether the provider rendered. */
        UNKNOWN
    }

    /**
     * What an upstream said of an attempt: never mixed with our own credits.
     *
     * @param requestId by which the upstream's support finds it
     * @param credential which of the operator's upstream keys paid, by a name that is no secret
     * @param cost in the upstream's own unit
     */
    public record Bill(
            @Nullable String requestId,
            @Nullable String credential,
            @Nullable BigDecimal cost) {}

    /**
     * An attempt's end.
     *
     * @param detail for the operator; never a secret, never a caller's text
     * @param bill null where the upstream said nothing
     */
    public record Ending(
            Outcome outcome,
            String detail,
            Instant at,
            @Nullable Bill bill) {

        /** One of which the upstream said nothing. */
        public Ending(Outcome outcome, String detail, Instant at) {
            this(outcome, detail, at, null);
        }
    }
}
