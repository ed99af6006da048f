package dev.parley.ports.store;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Hold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every movement of credits, and the balances they add up to. Each method joins the transaction around it. */
public interface Ledger {

    /** {@link Balance#EMPTY} for an account that never had credits. */
    Balance balance(String account);

    /**
     * Gives credits to an account.
     *
     * @param reason for people
     */
    void grant(String account, Credits amount, String reason, Instant at);

    /**
     * Takes back credits that are not used.
     *
     * @param reason for people
     * @return false, with nothing changed, if fewer are available
     */
    boolean withdraw(String account, Credits amount, String reason, Instant at);

    /**
     * Sets credits aside.
     *
     * @return false, with nothing changed, if fewer are available
     */
    boolean hold(Hold hold, Instant at);

    /**
     * Takes {@code cost} from a hold and gives back the rest.
     *
     * @throws IllegalStateException if the hold is unknown, settled already, or smaller than the cost
     */
    void capture(Hold hold, Credits cost, Instant at);

    /**
     * Gives a hold back.
     *
     * @throws IllegalStateException if the hold is unknown or settled already
     */
    void release(Hold hold, Instant at);

    /**
     * Gives a hold back because its time is over.
     *
     * @throws IllegalStateException if the hold is unknown or settled already
     */
    void expire(Hold hold, Instant at);

    /**
     * Entries of an account, oldest first.
     *
     * @param after id of the last entry of the page before; the first page where null
     */
    List<Entry> entries(String account, @Nullable String after, int max);
}
