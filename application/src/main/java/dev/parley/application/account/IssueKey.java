package dev.parley.application.account;

import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeyPrefix;
import dev.parley.domain.account.KeySecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes keys. Nothing is stored here. */
public final class IssueKey {

    private final KeyHasher hasher;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random cryptographically strong */
    public IssueKey(KeyHasher hasher, InstantSource clock, RandomGenerator random) {
        this.hasher = hasher;
        this.clock = clock;
        this.random = random;
    }

    /** A secret that nobody has. */
    public KeySecret secret() {
        return secret(KeyPrefix.SK);
    }

    /** The same, for clients that want another prefix. */
    public KeySecret secret(KeyPrefix prefix) {
        return KeySecret.issue(prefix, random);
    }

    /** The key that this secret opens. */
    public ApiKey key(String account, String name, KeySecret secret, KeyLimits limits) {
        return new ApiKey(
                "key_" + UUID.randomUUID(),
                account,
                name,
                hasher.hash(secret),
                secret.hint(),
                clock.instant(),
                ApiKey.State.ENABLED,
                limits,
                null);
    }

    /** The same key for another secret; the present one works until then. */
    public ApiKey rotated(ApiKey key, KeySecret secret, Duration overlap) {
        return key.rotated(hasher.hash(secret), secret.hint(), clock.instant().plus(overlap));
    }
}
