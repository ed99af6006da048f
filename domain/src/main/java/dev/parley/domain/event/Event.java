package dev.parley.domain.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a task, stored in the transaction in which it happened.
 *
 * @param id {@code evt_} and a UUID
 */
public record Event(String id, EventType type, String account, UUID task, Instant at) {}
