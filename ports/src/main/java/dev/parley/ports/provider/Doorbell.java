package dev.parley.ports.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * P14: where an upstream may say that something has happened to an attempt's job, so that it need not be asked as often. What
 * it says there is not believed, and not read: whoever is woken asks. A provider whose upstream calls nobody leaves it alone.
 */
public interface Doorbell {

    /** Rings for nobody. */
    Doorbell NONE = new Doorbell() {
        @Override
        public Optional<URI> address() {
            return Optional.empty();
        }

        @Override
        public void await(Duration atMost) throws InterruptedException {
            Thread.sleep(atMost);
        }
    };

    /**
     * Takes a POST without a key, while the attempt lasts; nobody can guess it. Empty where the gateway does not know how it is
     * reached from outside.
     */
    Optional<URI> address();

    /**
     * Returns when it has rung, now or since the last wait ended; else when the time is over.
     *
     * @throws InterruptedException when nobody waits for the attempt any more
     */
    void await(Duration atMost) throws InterruptedException;
}
