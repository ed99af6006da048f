package dev.parley.domain.ledger;

import java.time.Instant;

/**
 * One immutable line of the ledger: an amount that leaves one purse and enters another. A correction is a new entry.
 *
 * @param id {@code ent_} and a UUID
 * @param amount what moves, and for {@link Kind#CAPTURE} what is taken: the rest of the hold returns with a {@link
 *     Kind#RELEASE}
 * @param reference the hold for HOLD, CAPTURE, RELEASE and EXPIRE; the reason for GRANT and WITHDRAW
 */
public record Entry(String id, String account, Kind kind, Credits amount, String reference, Instant at) {

    /** Where credits can be. All but the operator's belong to an account. */
    public enum Purse {
        OPERATOR,
        AVAILABLE,
        HELD,
        SPENT
    }

    /** From which purse to which an amount moves. */
    public enum Kind {
        GRANT(Purse.OPERATOR, Purse.AVAILABLE),
        /** Takes back what was granted and is not used. */
        WITHDRAW(Purse.AVAILABLE, Purse.OPERATOR),
        HOLD(Purse.AVAILABLE, Purse.HELD),
        CAPTURE(Purse.HELD, Purse.SPENT),
        RELEASE(Purse.HELD, Purse.AVAILABLE),
        /** A release by time: whoever was to settle the hold is gone. */
        EXPIRE(Purse.HELD, Purse.AVAILABLE);

        private final Purse from;
        private final Purse to;

        Kind(Purse from, Purse to) {
            this.from = from;
            this.to = to;
        }

        public Purse from() {
            return from;
        }

        public Purse to() {
            return to;
        }
    }
}
