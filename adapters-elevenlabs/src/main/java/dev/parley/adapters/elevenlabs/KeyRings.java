package dev.parley.adapters.elevenlabs;

import java.time.InstantSource;
import java.util.List;

/** The same keys twice: the upstream counts requests for fast models apart from the rest. */
final class KeyRings {

    private final KeyRing usual;
    private final KeyRing fast;

    KeyRings(List<UpstreamKey> keys, InstantSource clock) {
        this.usual = new KeyRing(keys, clock);
        this.fast = new KeyRing(keys, clock);
    }

    KeyRing of(String model) {
        return Models.isFast(model) ? fast : usual;
    }
}
