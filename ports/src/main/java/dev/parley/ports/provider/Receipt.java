package dev.parley.ports.provider;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * P13: by which id the upstream knows an attempt. A provider that submits a job and then polls keeps the job's id here before
 * it polls; if the gateway dies meanwhile, the same attempt is rendered again with the id kept, and the provider polls that
 * job instead of paying for another. A provider whose upstream answers while the connection lasts keeps nothing.
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

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
            // Nobody asks.
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

    /**
     * For the operator: what the upstream said of this attempt. May be told again as more becomes known; the last word counts,
     * and is stored with the attempt when that ends.
     *
     * @param requestId by which the upstream's support finds the request; at most {@link #LENGTH_MAX} characters are kept
     * @param credential which of several upstream keys was used, by a name that is no secret
     * @param cost in the upstream's own unit
     */
    void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost);
}
