package dev.parley.domain.account;

import java.time.Instant;

/**
 * The owner of credits, keys and tasks.
 *
 * @param id {@code acc_} and a UUID
 * @param name for people
 * @param banned whether all of its keys are turned away
 */
public record Account(String id, String name, Instant createdAt, boolean banned) {

    /** Longest name. */
    public static final int NAME_LENGTH_MAX = 100;
}
