package dev.parley.application.work;

import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.upload.ForgetUploads;
import dev.parley.ports.audio.AudioStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets what has had its time. For every minute or so. */
public final class Housekeeping {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    /** Longer than any span but the one that never ends. */
    private static final Duration SPENDING_KEPT = Duration.ofDays(3);

    /** Providers keep previews for a shorter time, and list deleted voices for a far shorter one. */
    private static final Duration VOICES_KEPT = Duration.ofDays(30);

    private final Stores stores;
    private final AudioStore audio;
    private final ForgetUploads uploads;
    private final Limits limits;
    private final InstantSource clock;

    public Housekeeping(Stores stores, AudioStore audio, ForgetUploads uploads, Limits limits, InstantSource clock) {
        this.stores = stores;
        this.audio = audio;
        this.uploads = uploads;
        this.limits = limits;
        this.clock = clock;
    }

    public void sweep() {
        var now = clock.instant();
        try {
            audio.deleteOlderThan(now.minus(limits.audioAge()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "old audio could not be deleted; trying again later", e);
        }
        try {
            uploads.sweep(now);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "old uploads could not be deleted; trying again later", e);
        }
        stores.idempotencyKeys().forgetBefore(now);
        stores.outbox().forgetBefore(now.minus(limits.eventAge()));
        stores.createdVoices().forgetBefore(now.minus(VOICES_KEPT));
        stores.deliveries().forgetBefore(now.minus(limits.deliveryAge()));
        stores.spending().forgetBefore(now.minus(SPENDING_KEPT));
    }
}
