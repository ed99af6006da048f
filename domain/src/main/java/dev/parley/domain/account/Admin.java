package dev.parley.domain.account;

import java.time.Instant;

/**
 * Somebody who may administer the gateway. Owns no credits and renders nothing.
 *
 * @param passwordHash bcrypt
 * @param passwordSince tokens given before this instant are void
 */
public record Admin(String name, String passwordHash, Instant passwordSince) {}
