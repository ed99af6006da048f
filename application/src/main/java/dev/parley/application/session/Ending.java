package dev.parley.application.session;

import dev.parley.domain.session.SessionEnd;

/**
 * How a session ended, and who ended it.
 *
 * @param end as the caller is told
 */
public record Ending(Cause cause, SessionEnd end) {

    /** Who or what ended it. */
    public enum Cause {
        /** The upstream closed the connection, for its own reason. */
        UPSTREAM_CLOSED,
        /** The connection to the upstream broke. */
        UPSTREAM_BROKE,
        /** More characters were sent than are relayed. */
        CHARACTERS,
        /** More sound was sent, or came, than is relayed. */
        SECONDS,
        /** More was sent, or came, than the caller could pay. */
        CREDITS,
        /** Nothing was said for too long. */
        IDLE,
        /** It lasted as long as a session may. */
        TOO_LONG,
        /** The caller has gone. */
        LEFT,
        /** The caller's task was cancelled. */
        CANCELLED,
        /** The gateway stops. */
        STOPPING
    }
}
