package dev.parley.application;

import dev.parley.domain.session.Load;
import java.time.Duration;

/**
 * Bounds of connections that go both ways.
 *
 * @param atOnceMax open in this process
 * @param accountAtOnceMax open of one account in this process
 * @param idle without a frame either way, after which one is closed
 * @param total how long one lasts at most
 * @param most that is relayed each way, and held for
 */
public record SessionLimits(int atOnceMax, int accountAtOnceMax, Duration idle, Duration total, Load most) {

    public static final SessionLimits DEFAULT = new SessionLimits(
            700, 100, Duration.ofMinutes(3), Duration.ofHours(1), new Load(10_000, Duration.ofMinutes(30)));

    public SessionLimits {
        if (atOnceMax < 1
                || accountAtOnceMax < 1
                || !idle.isPositive()
                || !total.isPositive()
                || most.characters() < 1
                || !most.audio().isPositive()) {
            throw new IllegalArgumentException("every limit is positive");
        }
    }
}
