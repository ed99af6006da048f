package dev.parley.adapters.elevenlabs;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The places that the upstream's keys have, handed out in the order in which they were asked for. Among keys with a free place
 * the weights decide.
 */
final class KeyRing {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private record Waiter(long number, Condition turn) {}

    private final InstantSource clock;
    private final List<Gate> gates;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiter::number));
    private long numbers;

    KeyRing(List<UpstreamKey> keys, InstantSource clock) {
        this.clock = clock;
        this.gates = keys.stream().map(Gate::new).toList();
    }

    /** A number in the queue. Who must go back into it keeps theirs, and so stands in front. */
    long number() {
        lock.lock();
        try {
            return numbers++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A place, once it is this number's turn.
     *
     * @throws ProviderException if there is none until then, or no key is any good: nothing was rendered
     */
    Place take(long number, Instant until) throws ProviderException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var me = new Waiter(number, lock.newCondition());
            waiting.add(me);
            try {
                return whenMyTurn(me, until);
            } finally {
                waiting.remove(me);
                callNext();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A key for what needs no place: one without quota can do that too, if there is none better. */
    UpstreamKey anyKey() {
        Instant now = clock.instant();
        return gates.stream()
                .map(Gate::key)
                .filter(key -> key.rest(now) == null)
                .findFirst()
                .orElseGet(() -> gates.getFirst().key());
    }

    /** The key of this name; any other where there is none. */
    UpstreamKey key(String name) {
        return gates.stream()
                .map(Gate::key)
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseGet(this::anyKey);
    }

    private Place whenMyTurn(Waiter me, Instant until) throws ProviderException, InterruptedException {
        while (true) {
            Instant now = clock.instant();
            refuseWithoutKeys(now);
            Gate gate = me.equals(waiting.peek()) ? choose(now) : null;
            if (gate != null) {
                gate.enter();
                return new Place(gate, now);
            }
            Instant next = opens(now);
            if (!now.isBefore(until) || gates.stream().allMatch(shut -> shut.staysShut(until))) {
                throw new ProviderException(
                        new Failure.Throttled("all places at ElevenLabs are taken", comeBack(now, next)));
            }
            Duration left = Duration.between(now, next.isBefore(until) ? next : until);
            var _ = me.turn().awaitNanos(Math.max(1, left.toNanos()));
        }
    }

    private @Nullable Gate choose(Instant now) {
        List<Gate> free = gates.stream().filter(gate -> gate.hasPlace(now)).toList();
        Gate best = null;
        long most = Long.MIN_VALUE;
        long all = 0;
        for (Gate gate : free) {
            long due = gate.accrue();
            all += gate.key().weight();
            if (due > most) {
                most = due;
                best = gate;
            }
        }
        if (best != null) {
            best.pay(all);
        }
        return best;
    }

    private Instant opens(Instant now) {
        return gates.stream()
                .map(gate -> gate.opens(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Duration comeBack(Instant now, Instant opens) {
        boolean later = !opens.equals(Instant.MAX) && opens.isAfter(now.plus(COME_BACK));
        return later ? Duration.between(now, opens) : COME_BACK;
    }

    private void refuseWithoutKeys(Instant now) throws ProviderException {
        List<String> reasons = gates.stream()
                .map(Gate::key)
                .map(key -> {
                    UpstreamKey.Rest rest = key.rest(now);
                    return rest == null ? "" : key.name() + ": " + rest.reason();
                })
                .filter(reason -> !reason.isEmpty())
                .toList();
        if (reasons.size() == gates.size()) {
            throw new ProviderException(
                    new Failure.Misconfigured("no key of ElevenLabs can be used: " + String.join("; ", reasons)));
        }
    }

    private void callNext() {
        Waiter next = waiting.peek();
        if (next != null) {
            next.turn().signal();
        }
    }

    /** One request's right to be under way. Released once, from any thread. */
    final class Place {

        private final Gate gate;
        private final Instant taken;
        private boolean released;

        private Place(Gate gate, Instant taken) {
            this.gate = gate;
            this.taken = taken;
        }

        UpstreamKey key() {
            return gate.key();
        }

        void learn(int max) {
            change(() -> gate.learn(max));
        }

        void wentWell() {
            change(gate::wentWell);
        }

        /** @param least how long the upstream wants to be left alone */
        void crowded(Duration least) {
            change(() -> gate.crowded(taken, least, clock.instant()));
        }

        void release() {
            change(() -> {
                if (!released) {
                    released = true;
                    gate.leave();
                }
            });
        }

        /** For all that wait, since without keys nobody's turn comes. */
        void setKeyAside(String reason, Duration time) {
            change(() -> {
                key().setAside(reason, clock.instant().plus(time));
                waiting.forEach(waiter -> waiter.turn().signal());
            });
        }

        private void change(Runnable step) {
            lock.lock();
            try {
                step.run();
                callNext();
            } finally {
                lock.unlock();
            }
        }
    }
}
