package dev.parley.ports.store;

import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryState.Stand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events on their way to those who are told. Joins the transaction around it. */
public interface Deliveries {

    /** Adds one without attempts. */
    void add(Delivery delivery);

    Optional<Delivery> find(String id);

    /**
     * Takes what is due, or was left by a process whose lease has ended, and begins an attempt at each. Oldest due first,
     * but of no account, and of no destination of one, more at once than there is room, those under way included, in
     * whichever process: however many wait for one that does not answer, they stand before nobody else's.
     */
    List<Delivery> claim(Instant now, Instant leasedUntil, Room room);

    /** For the start of the only process that uses the store: ends all leases. An attempt that was cut off is no failed try. */
    void recover(Instant now);

    /**
     * Saves a later state.
     *
     * @param attempt what it has come from; null where there was none
     * @return false, with nothing changed, if another attempt has begun since
     */
    boolean save(Delivery delivery, @Nullable DeliveryAttempt attempt);

    /** First to last. */
    List<DeliveryAttempt> attempts(String id);

    /**
     * Newest event first.
     *
     * @param before a delivery of an earlier page: the page begins after it
     */
    List<Delivery> list(Wanted wanted, @Nullable String before, int max);

    /** Forgets those that have ended, with their attempts. @return how many */
    int forgetBefore(Instant limit);

    /**
     * How many attempts may be begun.
     *
     * @param max of this claim
     * @param ofDestination under way at once to one destination of an account
     * @param ofAccount under way at once for one account
     */
    record Room(int max, int ofDestination, int ofAccount) {}

    /**
     * Which deliveries. What is null does not matter.
     *
     * @param from events at or after this instant
     * @param to and before this one
     */
    record Wanted(
            @Nullable String account,
            @Nullable String endpoint,
            @Nullable UUID task,
            @Nullable Stand stand,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
