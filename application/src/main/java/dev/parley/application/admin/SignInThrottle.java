package dev.parley.application.admin;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Counts attempts to sign in, by name and by address, whether they succeed or not. */
public final class SignInThrottle {

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration SPAN = Duration.ofMinutes(1);

    /**
     * Names and addresses remembered. Whoever would have one forgotten must bring this many others within the minute, each
     * of which costs a bcrypt.
     */
    private static final int REMEMBERED_MAX = 20_000;

    /** An IPv6 caller has at least this many bytes of address to choose the rest of. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final InstantSource clock;
    private final SequencedMap<String, Deque<Instant>> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    public SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws Refused until the oldest of the counted attempts is a minute old; what is refused is not counted */
    synchronized void count(String name, InetAddress from) {
        var now = clock.instant();
        var counters = List.of("name " + name, "from " + network(from));
        for (var counter : counters) {
            requireRoom(counter, now);
        }
        counters.forEach(counter ->
                attempts.computeIfAbsent(counter, _ -> new ArrayDeque<>()).addLast(now));
    }

    private void requireRoom(String counter, Instant now) {
        var counted = attempts.get(counter);
        if (counted == null) {
            return;
        }
        counted.removeIf(at -> !at.plus(SPAN).isAfter(now));
        if (counted.size() >= ATTEMPTS_MAX) {
            var wait = Duration.between(now, counted.getFirst().plus(SPAN));
            throw new Refused(new Refusal.TooMany("Too many attempts to sign in.", wait));
        }
    }

    private static String network(InetAddress from) {
        byte[] bytes = from.getAddress();
        return HexFormat.of()
                .formatHex(from instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
