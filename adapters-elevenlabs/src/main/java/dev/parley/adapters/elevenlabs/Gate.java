package dev.parley.adapters.elevenlabs;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests one key may have at once: what the operator said at first, then what the upstream says; half of it once the
 * upstream had too many, and one more after each round that went well. Guarded by the lock of its {@link KeyRing}.
 */
final class Gate {

    private final UpstreamKey key;
    private int ceiling;
    private int limit;
    private int inUse;
    private int wentWell;
    private int crowdedInARow;
    private Instant halved = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    /** Grows with the key's weight while others are chosen. */
    private long due;

    Gate(UpstreamKey key) {
        this.key = key;
        this.ceiling = key.places();
        this.limit = key.places();
    }

    UpstreamKey key() {
        return key;
    }

    int limit() {
        return limit;
    }

    boolean hasPlace(Instant now) {
        return inUse < limit && !now.isBefore(closedUntil) && key.rest(now) == null;
    }

    /** When it may open by itself, though nobody leaves; {@link Instant#MAX} where it will not. */
    Instant opens(Instant now) {
        UpstreamKey.Rest rest = key.rest(now);
        if (rest != null) {
            return rest.until();
        }
        return now.isBefore(closedUntil) ? closedUntil : Instant.MAX;
    }

    /** Whether it stays shut, whoever leaves. */
    boolean staysShut(Instant until) {
        return closedUntil.isAfter(until);
    }

    void enter() {
        inUse++;
    }

    void leave() {
        inUse--;
    }

    /** The upstream said how many it takes. Who was found to be too many before grows towards it by and by. */
    void learn(int max) {
        boolean wasHalved = limit < ceiling;
        ceiling = max;
        limit = wasHalved ? Math.min(limit, max) : max;
    }

    void wentWell() {
        crowdedInARow = 0;
        if (limit < ceiling && ++wentWell >= limit) {
            limit++;
            wentWell = 0;
        }
    }

    /**
     * The upstream had too many. Requests that were sent together are refused together: that counts once.
     *
     * @param sent when the refused request was
     * @param least how long the upstream wants to be left alone
     */
    void crowded(Instant sent, Duration least, Instant now) {
        wentWell = 0;
        if (!sent.isBefore(halved)) {
            limit = Math.max(1, limit / 2);
            halved = now;
            crowdedInARow++;
        }
        Duration pause = Duration.ofMillis(50L << Math.min(crowdedInARow, 5));
        closedUntil = now.plus(least.compareTo(pause) > 0 ? least : pause);
    }

    /** Smooth weighted turns: this one was passed over, or considered. */
    long accrue() {
        due += key.weight();
        return due;
    }

    void pay(long amount) {
        due -= amount;
    }
}
