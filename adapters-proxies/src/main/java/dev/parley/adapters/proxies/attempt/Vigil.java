package dev.parley.adapters.proxies.attempt;

import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits for one attempt: until its time comes, it rings, or nobody waits any more. */
public record Vigil(Attempt attempt, String upstream, InstantSource clock) {

    public Instant deadline() {
        return attempt.deadline();
    }

    /**
     * Returns after the pause, or as soon as it has rung, but not before the least.
     *
     * @throws ProviderException at the deadline. The job may have been done by then, and goes on
     * @throws InterruptedException when nobody waits any more
     */
    public void rest(Duration pause, Duration least) throws ProviderException, InterruptedException {
        Instant begun = clock.instant();
        wait(earlier(begun.plus(pause)));
        while (clock.instant().isBefore(earlier(begun.plus(least)))) {
            wait(earlier(begun.plus(least)));
        }
        if (!clock.instant().isBefore(deadline())) {
            throw new ProviderException(new Unavailable("the job at " + upstream + " was not done in time"));
        }
    }

    private void wait(Instant until) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            attempt.doorbell().await(left);
        }
    }

    private Instant earlier(Instant instant) {
        return instant.isBefore(deadline()) ? instant : deadline();
    }
}
