package dev.parley.ports.store;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import java.time.Instant;
import java.util.Map;

/** What each key has spent in the spans that are limited. Joins the transaction around it. */
public interface Spending {

    /**
     * Counts an amount in every span that holds {@code at}, and keeps others from counting for this key until the
     * transaction ends.
     *
     * @return the sums, this amount included
     */
    Map<SpendSpan, Credits> add(String key, Credits amount, Instant at);

    /** Takes back what was added at {@code addedAt}, from the spans it was added to. Spans already forgotten are left out. */
    void giveBack(String key, Credits amount, Instant addedAt);

    /** What the key has spent in the spans that hold {@code at}: all of them, with nothing where nothing was spent. */
    Map<SpendSpan, Credits> spent(String key, Instant at);

    /** Forgets hours and days that began before this instant. */
    void forgetBefore(Instant limit);
}
