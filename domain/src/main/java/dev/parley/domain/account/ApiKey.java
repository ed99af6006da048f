package dev.parley.domain.account;

import java.time.Instant;

/**
 * A credential of an account. The secret itself is shown once, when the key is issued, and never kept.
 *
 * @param id {@code key_} and a UUID
 * @param hash HMAC-SHA-256 of the secret under the server's pepper, hexadecimal; the key is found by it
 * @param hint first characters of the secret, enough to tell keys apart and no more
 */
public record ApiKey(String id, String account, String hash, String hint, Instant createdAt) {}
