package dev.parley.application.notify;

import dev.parley.application.task.TaskSignals;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Stand;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Deliveries.Wanted;
import dev.parley.ports.store.Endpoints;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Delivers once more, under the same ids and from the beginning of the schedule. */
public final class Resend {

    /** At once, by one request. */
    public static final int RANGE_MAX = 1_000;

    private static final int PAGE = 100;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final TaskSignals signals;
    private final InstantSource clock;

    public Resend(Endpoints endpoints, Deliveries deliveries, TaskSignals signals, InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * How far a range got.
     *
     * @param rest whether the range holds more than were sent again: ask once more, up to {@code before}
     * @param before of which events all later ones have been looked at; null where there were none
     */
    public record Resent(int count, boolean rest, @Nullable Instant before) {}

    /**
     * One, however it stands.
     *
     * @param account whose it must be; anybody's where null
     */
    public Delivery one(@Nullable String account, String id) {
        var delivery = ReadDeliveries.found(deliveries, account, id);
        if (delivery.receiver() instanceof Receiver.Registered(String endpoint)) {
            enabled(account, endpoint);
        }
        var again = delivery.again(clock.instant());
        if (delivery.state() instanceof Sending || !deliveries.save(again, null)) {
            throw new Refused(new Refusal.Conflict("The delivery is being sent just now."));
        }
        signals.announced();
        return again;
    }

    /**
     * Those of an endpoint's that have ended, the newest events first.
     *
     * @param account whose it must be; anybody's where null
     * @param from of events at or after this instant; any where null
     * @param to and before this one
     * @param delivered whether those are sent again that were delivered; the dead ones are
     */
    public Resent range(
            @Nullable String account,
            String endpoint,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean delivered) {
        enabled(account, endpoint);
        var wanted = new Wanted(account, endpoint, null, delivered ? null : Stand.DEAD, from, to);
        int count = 0;
        Delivery last = null;
        boolean rest = true;
        while (rest && count < RANGE_MAX) {
            var page = deliveries.list(wanted, last == null ? null : last.id(), PAGE);
            for (var delivery : page) {
                count += delivery.isEnded() && again(delivery) ? 1 : 0;
                last = delivery;
            }
            rest = page.size() == PAGE;
        }
        signals.announced();
        return new Resent(count, rest, last == null ? null : last.event().at());
    }

    private boolean again(Delivery delivery) {
        return deliveries.save(delivery.again(clock.instant()), null);
    }

    private void enabled(@Nullable String account, String id) {
        if (!EndpointIds.found(endpoints::find, account, id).isEnabled()) {
            throw new Refused(new Refusal.Conflict("The endpoint is disabled. Enable it first."));
        }
    }
}
