package dev.parley.application.stream;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Failures;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.work.Breakers.Permit;
import dev.parley.application.work.Renderings;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.task.Routes;
import dev.parley.ports.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/** Renders an order while the caller listens, and keeps what they hear. */
public final class StreamOrder {

    private final PrepareOrder prepare;
    private final AdmitTask admit;
    private final Renderings renderings;
    private final LiveStreams streams;
    private final RepeatedStream repeated;
    private final RepeatGuard guard;

    public StreamOrder(
            PrepareOrder prepare,
            AdmitTask admit,
            Renderings renderings,
            LiveStreams streams,
            RepeatedStream repeated,
            RepeatGuard guard) {
        this.prepare = prepare;
        this.admit = admit;
        this.renderings = renderings;
        this.streams = streams;
        this.repeated = repeated;
        this.guard = guard;
    }

    /** For clients that repeat nothing by themselves. */
    public OrderStream open(Caller caller, Order order, @Nullable Intent intent) {
        return open(caller, order, intent, null);
    }

    /**
     * Holds the price. The provider is asked with the first piece, which waits until the hold is on disk.
     *
     * @param intent of a request that may come again, which then hears what is stored; null where each is a new one
     * @param repeat what a request is known by that its client may repeat by itself if it fails; null where clients do not
     * @throws dev.parley.domain.refusal.Refused with nothing charged
     */
    public OrderStream open(Caller caller, Order order, @Nullable Intent intent, @Nullable IdempotencyKey repeat) {
        if (intent != null) {
            var before = repeated.of(intent);
            if (before.isPresent()) {
                return before.get();
            }
        }
        var moment = guard.before(repeat);
        if (moment.isPresent()) {
            return moment.get();
        }
        var prepared = prepare.prepare(caller, order);
        streams.reserve(caller.account());
        boolean opened = false;
        try {
            var permit = permit(prepared.routes());
            var admitted = Admitted.by(held -> admit.live(caller, prepared.at(permit.route()), intent, held));
            if (!isHeld(admitted, permit) && intent != null) {
                return repeated.of(intent).orElseThrow();
            }
            var live = streams.open(admitted, permit, repeat);
            opened = true;
            return live;
        } finally {
            if (!opened) {
                streams.giveBack(caller.account());
            }
        }
    }

    private Permit permit(Routes routes) {
        try {
            return renderings.permit(routes);
        } catch (ProviderException e) {
            throw Failures.refused(e.failure());
        }
    }

    /** False where the intent was acted on before. */
    private static boolean isHeld(Admitted admitted, Permit permit) {
        boolean held = false;
        try {
            held = admitted.awaitHeld().isPresent();
            return held;
        } finally {
            if (!held) {
                permit.giveBack();
            }
        }
    }
}
