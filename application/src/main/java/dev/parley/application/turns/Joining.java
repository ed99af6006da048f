package dev.parley.application.turns;

import java.time.Duration;

/**
 * How turns become one audio.
 *
 * @param turnsAtOnce turns of one dialogue that are spoken at the same time, at most
 * @param gap silence between two turns
 */
public record Joining(int turnsAtOnce, Duration gap) {

    public static final Joining DEFAULT = new Joining(4, Duration.ofMillis(300));

    public Joining {
        if (turnsAtOnce < 1 || gap.isNegative()) {
            throw new IllegalArgumentException("at least one turn at once, and no negative gap");
        }
    }
}
