package dev.parley.domain.account;

import java.time.Instant;

/**
 * The owner of credits, keys and tasks.
 *
 * @param id {@code acc_} and a UUID
 * @param name for people
 */
public record Account(String id, String name, Instant createdAt) {}
