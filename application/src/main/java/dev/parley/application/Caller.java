package dev.parley.application;

/**
 * Who asks, once their key has been checked.
 *
 * @param account id of the account that pays
 * @param key id of the key that was presented
 */
public record Caller(String account, String key) {}
