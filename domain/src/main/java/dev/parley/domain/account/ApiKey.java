package dev.parley.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential of an account. The secret itself is shown once, when the key is issued or rotated, and never kept.
 *
 * @param id {@code key_} and a UUID
 * @param name for people
 * @param hash HMAC-SHA-256 of the secret under the server's pepper, hexadecimal; the key is found by it
 * @param hint first characters of the secret, enough to tell keys apart and no more
 * @param retiring the secret before the last rotation, as long as it still works
 */
public record ApiKey(
        String id,
        String account,
        String name,
        String hash,
        String hint,
        Instant createdAt,
        State state,
        KeyLimits limits,
        @Nullable Retiring retiring) {

    /** Whether a key opens anything. */
    public enum State {
        ENABLED,
        /** Opens nothing until it is enabled again. */
        DISABLED,
        /** Opens nothing any more. Kept, so that its tasks can be told. */
        DELETED
    }

    /** An earlier secret of a rotated key, good until a time. */
    public record Retiring(String hash, Instant until) {}

    /** Whether the secret of this hash opens the key at this time. */
    public boolean isOpenedBy(String presented, Instant now) {
        return state == State.ENABLED
                && (presented.equals(hash)
                        || (retiring != null && presented.equals(retiring.hash()) && now.isBefore(retiring.until())));
    }

    public ApiKey in(State next) {
        return new ApiKey(id, account, name, hash, hint, createdAt, next, limits, retiring);
    }

    public ApiKey named(String changed) {
        return new ApiKey(id, account, changed, hash, hint, createdAt, state, limits, retiring);
    }

    public ApiKey with(KeyLimits changed) {
        return new ApiKey(id, account, name, hash, hint, createdAt, state, changed, retiring);
    }

    /** @param until when the present secret stops working */
    public ApiKey rotated(String nextHash, String nextHint, Instant until) {
        return new ApiKey(id, account, name, nextHash, nextHint, createdAt, state, limits, new Retiring(hash, until));
    }
}
