package dev.parley.plugins.localvoice;

import dev.parley.domain.render.Failure;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** The engines, lent to one attempt until its deadline. */
record Studio(EnginePool engines, InstantSource clock, Instant deadline) {

    <T> T with(Function<Engine, T> work) throws ProviderException {
        checkDeadline();
        return engines.with(left(), work);
    }

    void checkDeadline() throws ProviderException {
        if (!left().isPositive()) {
            throw new ProviderException(Failure.Unavailable.notRendered("The deadline of this attempt has passed."));
        }
    }

    private Duration left() {
        return Duration.between(clock.instant(), deadline);
    }
}
