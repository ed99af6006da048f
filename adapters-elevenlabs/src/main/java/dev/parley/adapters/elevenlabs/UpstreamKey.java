package dev.parley.adapters.elevenlabs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One credential of the upstream. Prints its name only. */
final class UpstreamKey {

    /** Why it is not used for a while. */
    record Rest(String reason, Instant until) {}

    private final String name;
    private final String secret;
    private final int weight;
    private final int places;
    private volatile @Nullable Rest rest;

    /**
     * @param name for logs, chosen by the operator
     * @param weight its share of the work, beside those of the others
     * @param places how many requests it may have at once, until the upstream says
     */
    UpstreamKey(String name, String secret, int weight, int places) {
        this.name = name;
        this.secret = secret;
        this.weight = weight;
        this.places = places;
    }

    String name() {
        return name;
    }

    String secret() {
        return secret;
    }

    int weight() {
        return weight;
    }

    int places() {
        return places;
    }

    void setAside(String reason, Instant until) {
        rest = new Rest(reason, until);
    }

    /** Null where it may be used. */
    @Nullable
    Rest rest(Instant now) {
        Rest current = rest;
        return current == null || !now.isBefore(current.until()) ? null : current;
    }

    @Override
    public String toString() {
        return name;
    }
}
