package dev.parley.plugins.sandbox;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Instant;
import java.time.InstantSource;

/** Until when an attempt goes on. */
record TimeLimit(InstantSource clock, Instant deadline) {

    void check() throws ProviderException {
        if (!clock.instant().isBefore(deadline)) {
            throw new ProviderException(Failure.Unavailable.notRendered("The deadline has passed."));
        }
    }
}
