package dev.parley.domain.ledger;

import java.time.Instant;

/**
 * One immutable line of the ledger. A correction is a new entry.
 *
 * @param id {@code ent_} and a UUID
 * @param amount what moves, and for {@link Kind#CAPTURE} what is taken: the rest of the hold returns with a {@link
 *     Kind#RELEASE}
 * @param reference the hold for HOLD, CAPTURE and RELEASE; the reason for GRANT
 */
public record Entry(String id, String account, Kind kind, Credits amount, String reference, Instant at) {

    /** Which way an amount moves. */
    public enum Kind {
        /** From the operator to available. */
        GRANT,
        /** From available to held. */
        HOLD,
        /** From held to spent. */
        CAPTURE,
        /** From held back to available. */
        RELEASE
    }
}
