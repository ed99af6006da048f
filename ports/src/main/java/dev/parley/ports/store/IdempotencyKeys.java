package dev.parley.ports.store;

import dev.parley.domain.account.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which intents have been acted on, and what was answered. Each method joins the transaction around it. */
public interface IdempotencyKeys {

    /**
     * What became of a key's first use.
     *
     * @param fingerprint of what was asked then
     * @param subject id of what was made
     * @param answer as the edge wrote it down, to be given again; null where the answer is read from the subject
     */
    record Used(
            String fingerprint, String subject, @Nullable String answer, Instant until) {}

    /**
     * Remembers the first use of a key. Waits for another transaction that is about to do the same.
     *
     * @return false, with nothing changed, if it was used before and its time is not over
     */
    boolean add(IdempotencyKey key, Used use, Instant now);

    /** Empty if it was never used, or its time is over. */
    Optional<Used> find(IdempotencyKey key, Instant now);

    /** @return how many were forgotten */
    int forgetBefore(Instant now);
}
