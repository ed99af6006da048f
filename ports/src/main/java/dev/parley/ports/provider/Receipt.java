package dev.parley.ports.provider;

import java.util.Optional;

/**
 * By which id the upstream knows an attempt. A provider that submits a job and then polls keeps the job's id here as soon as
 * it learns it; if the gateway dies meanwhile, the same attempt is rendered again with the id kept, and the provider polls
 * that job instead of paying for another.
 */
public interface Receipt {

    /** Keeps nothing. */
    Receipt NONE = new Receipt() {
        @Override
        public Optional<String> upstreamId() {
            return Optional.empty();
        }

        @Override
        public void keep(String upstreamId) {
            // An attempt that nobody resumes needs no memory.
        }
    };

    /** Longest id that is kept. */
    int LENGTH_MAX = 200;

    /** The id that was kept by an earlier run of this attempt; present only where it is being resumed. */
    Optional<String> upstreamId();

    /**
     * Keeps the id. Durable when this returns.
     *
     * @throws IllegalArgumentException if it is longer than {@link #LENGTH_MAX}
     */
    void keep(String upstreamId);
}
