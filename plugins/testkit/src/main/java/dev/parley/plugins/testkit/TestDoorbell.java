package dev.parley.plugins.testkit;

import dev.parley.ports.provider.Doorbell;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A doorbell that rings without end. */
record TestDoorbell(@Nullable URI at) implements Doorbell {

    @Override
    public Optional<URI> address() {
        return Optional.ofNullable(at);
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("nobody waits any more");
        }
    }
}
