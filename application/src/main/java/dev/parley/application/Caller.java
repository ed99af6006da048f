package dev.parley.application;

import dev.parley.domain.account.KeyLimits;

/**
 * Who asks, once their key has been checked.
 *
 * @param account id of the account that pays
 * @param key id of the key that was presented
 * @param limits of that key
 * @param sandbox whether they only try: nothing is real, and nothing costs
 */
public record Caller(String account, String key, KeyLimits limits, boolean sandbox) {

    /** A caller who means it. */
    public Caller(String account, String key, KeyLimits limits) {
        this(account, key, limits, false);
    }

    /** A caller whose key has no limits. */
    public Caller(String account, String key) {
        this(account, key, KeyLimits.NONE);
    }
}
