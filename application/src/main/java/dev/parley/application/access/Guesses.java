package dev.parley.application.access;

import dev.parley.application.account.KeyHasher;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps whoever guesses keys away from the store: so many failed ones a minute from one address, and no more. Keys that
 * were good lately are asked about all the same, so that one guesser does not lock out all who share their address; a key
 * that this process has not seen yet has to wait with them.
 */
public final class Guesses {

    /** How many keys from one address may be wrong in a minute. */
    public static final int FAILED_PER_MINUTE = 60;

    private static final int ADDRESSES_MAX = 50_000;
    private static final int GOOD_KEYS_MAX = 10_000;

    /** One caller has all the IPv6 addresses of such a network. */
    private static final int NETWORK_BYTES = 8;

    private final KeyHasher hasher;
    private final SteadyTime time;
    private final Map<String, PerMinute> addresses = lastUsed(ADDRESSES_MAX);
    private final Set<String> good = Collections.newSetFromMap(lastUsed(GOOD_KEYS_MAX));

    public Guesses(KeyHasher hasher, InstantSource clock) {
        this.hasher = hasher;
        this.time = new SteadyTime(clock);
    }

    /**
     * The outcome of an authentication.
     *
     * @throws Refused as the authentication does, or without having asked it
     */
    <T> T count(Collection<String> credentials, InetAddress from, Supplier<T> authentication) {
        var hashes = credentials.stream()
                .map(credential -> hasher.hash(new KeySecret(credential)))
                .collect(Collectors.toSet());
        boolean counted = begin(hashes, from);
        try {
            var accepted = authentication.get();
            accepted(hashes, from, counted);
            return accepted;
        } catch (Refused e) {
            refused(hashes);
            throw e;
        }
    }

    /** Counts before it is known how it ends: a thousand at the same time are a thousand. */
    private synchronized boolean begin(Set<String> hashes, InetAddress from) {
        if (good.containsAll(hashes)) {
            return false;
        }
        var wait = addresses
                .computeIfAbsent(network(from), _ -> new PerMinute(FAILED_PER_MINUTE, time))
                .take()
                .waitNanos();
        if (wait.isPresent()) {
            throw new Refused(new Refusal.TooMany(
                    "Too many requests from your address had no good API key. Please slow down.",
                    Duration.ofNanos(wait.getAsLong())));
        }
        return true;
    }

    private synchronized void accepted(Set<String> hashes, InetAddress from, boolean counted) {
        good.addAll(hashes);
        var address = addresses.get(network(from));
        if (counted && address != null) {
            address.giveBack();
        }
    }

    private synchronized void refused(Set<String> hashes) {
        good.removeAll(hashes);
    }

    private static String network(InetAddress from) {
        byte[] bytes = from.getAddress();
        return HexFormat.of().formatHex(from instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    /** Forgets what was not used for longest. */
    private static <V> Map<String, V> lastUsed(int max) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > max;
            }
        };
    }
}
