package dev.parley.adapters.proxies.job;

import dev.parley.ports.provider.Doorbell;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A clock that moves only while somebody waits at the door, and a bell that rings when told to. */
final class TestBell implements Doorbell, InstantSource {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    final List<Duration> waits = new ArrayList<>();
    private Instant now = START;
    private Duration ringsAfter = Duration.ofDays(365);

    /** From now on rings so long after each wait has begun. */
    void ringEvery(Duration time) {
        ringsAfter = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Optional<URI> address() {
        return Optional.empty();
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("nobody waits any more");
        }
        var waited = atMost.compareTo(ringsAfter) < 0 ? atMost : ringsAfter;
        waits.add(waited);
        now = now.plus(waited);
    }
}
