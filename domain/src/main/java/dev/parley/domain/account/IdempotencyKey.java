package dev.parley.domain.account;

/**
 * The caller's name for one intent. Another account's key, or one for another route, is another key.
 *
 * @param route what was asked for, as {@code tasks.create}
 * @param key as the caller chose it
 * @param fingerprint SHA-256 of what was asked, hexadecimal: the same key with another one is a mistake of the caller's
 */
public record IdempotencyKey(String account, String route, String key, String fingerprint) {

    /** Longest key that is taken. */
    public static final int LENGTH_MAX = 255;
}
