package dev.parley.ports.provider;

import java.time.Instant;

/**
 * One try at rendering.
 *
 * @param id the same for no other attempt; printable ASCII, fit for an upstream's request id
 * @param deadline P11: after this instant the attempt is over; a provider gives up by itself, with {@code Unavailable}
 * @param receipt P13: for providers whose upstream works by ids of its own
 * @param doorbell P14: for providers whose upstream calls when it is done
 * @param uploads P15: for what the caller has brought
 */
public record Attempt(String id, Instant deadline, Receipt receipt, Doorbell doorbell, Uploads uploads) {

    /** An attempt at a request that nobody brings anything for. */
    public Attempt(String id, Instant deadline, Receipt receipt, Doorbell doorbell) {
        this(id, deadline, receipt, doorbell, Uploads.NONE);
    }

    /** An attempt of a provider whose upstream calls nobody. */
    public Attempt(String id, Instant deadline, Receipt receipt) {
        this(id, deadline, receipt, Doorbell.NONE);
    }

    /** An attempt of a provider that answers while the connection lasts, and keeps nothing. */
    public Attempt(String id, Instant deadline) {
        this(id, deadline, Receipt.NONE);
    }
}
