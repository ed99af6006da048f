package dev.parley.domain.event;

import dev.parley.domain.id.OrderedId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, stored in the transaction in which it happened.
 *
 * @param id {@code evt_} and a UUID
 * @param task null where it is of none: a test
 */
public record Event(
        String id, EventType type, String account, @Nullable UUID task, Instant at) {

    /** A new event. */
    public static Event of(EventType type, String account, @Nullable UUID task, Instant at) {
        return new Event("evt_" + OrderedId.at(at), type, account, task, at);
    }
}
