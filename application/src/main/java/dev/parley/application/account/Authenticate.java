package dev.parley.application.account;

import dev.parley.application.Caller;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.KeyPrefix;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.ApiKeys;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Tells who asks, by the keys they present. Asks the store each time, so that a revoked key is dead at once. */
public final class Authenticate {

    /** Each costs a look into the store. */
    private static final int CREDENTIALS_MAX = 4;

    private final ApiKeys keys;
    private final KeyHasher hasher;
    private final InstantSource clock;

    public Authenticate(ApiKeys keys, KeyHasher hasher, InstantSource clock) {
        this.keys = keys;
        this.hasher = hasher;
        this.clock = clock;
    }

    /**
     * Judges every credential, so that a bad one is not overlooked.
     *
     * @param credentials all that the request carries, in any header
     * @param from the caller's own address, as far as proxies can be trusted about it
     * @throws Refused if there is none or too many, if one is bad or not allowed from there, or if they belong to different
     *     accounts
     */
    public Caller caller(Collection<String> credentials, InetAddress from) {
        var distinct = credentials.stream().distinct().toList();
        if (distinct.size() > CREDENTIALS_MAX) {
            throw unauthenticated("The request carries too many keys: send one.");
        }
        var callers = distinct.stream()
                .map(credential -> caller(credential, from))
                .distinct()
                .toList();
        return switch (callers.size()) {
            case 0 -> throw unauthenticated("An API key is required: send 'Authorization: Bearer sk-...'.");
            case 1 -> callers.getFirst();
            default -> throw unauthenticated("The request carries keys of different callers: send one.");
        };
    }

    /**
     * Whoever was let in before and was given something to come back with.
     *
     * @param key id of their API key
     * @param sandbox whether it only tries
     * @throws Refused if the key does not open anything any more, or is not allowed from there
     */
    public Caller known(String key, boolean sandbox, InetAddress from) {
        var owned = keys.find(key)
                .flatMap(found -> keys.findByHash(found.hash()))
                .filter(found -> found.key().id().equals(key))
                .orElseThrow(Authenticate::unknown);
        if (owned.account().banned() || !owned.key().isOpenedBy(owned.key().hash(), clock.instant())) {
            throw unknown();
        }
        requireAllowed(owned.key(), from);
        return new Caller(owned.account().id(), owned.key().id(), owned.key().limits(), sandbox);
    }

    private Caller caller(String credential, InetAddress from) {
        var secret = new KeySecret(credential);
        if (credential.isEmpty() || credential.length() > KeySecret.LENGTH_MAX || secret.isMistyped()) {
            throw unknown();
        }
        var hash = hasher.hash(secret);
        var owned = keys.findByHash(hash).orElseThrow(Authenticate::unknown);
        if (owned.account().banned() || !owned.key().isOpenedBy(hash, clock.instant())) {
            throw unknown();
        }
        requireAllowed(owned.key(), from);
        return new Caller(
                owned.account().id(),
                owned.key().id(),
                owned.key().limits(),
                KeyPrefix.of(credential).equals(Optional.of(KeyPrefix.TEST)));
    }

    private static void requireAllowed(ApiKey key, InetAddress from) {
        var allowed = key.limits().addresses();
        if (!allowed.isEmpty() && allowed.stream().noneMatch(range -> range.contains(from))) {
            throw new Refused(new Refusal.AddressNotAllowed("This API key may not be used from " + from.getHostAddress()
                    + ": it is not in the key's allowlist."));
        }
    }

    private static Refused unknown() {
        return unauthenticated("The API key is invalid, disabled, or deleted.");
    }

    private static Refused unauthenticated(String message) {
        return new Refused(new Refusal.Unauthenticated(message));
    }
}
