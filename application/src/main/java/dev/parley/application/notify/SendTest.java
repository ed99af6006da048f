package dev.parley.application.notify;

import dev.parley.application.Stores;
import dev.parley.application.task.TaskSignals;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tells an endpoint that nothing has happened, as if something had: signed, tried again and recorded like any delivery. */
public final class SendTest {

    private final Stores stores;
    private final TaskSignals signals;
    private final InstantSource clock;

    public SendTest(Stores stores, TaskSignals signals, InstantSource clock) {
        this.stores = stores;
        this.signals = signals;
        this.clock = clock;
    }

    /** @param account whose it must be; anybody's where null */
    public Delivery to(@Nullable String account, String id) {
        var endpoint = EndpointIds.found(stores.endpoints()::find, account, id);
        if (!endpoint.isEnabled()) {
            throw new Refused(new Refusal.Conflict("The endpoint is disabled. Enable it first."));
        }
        var event = Event.of(EventType.WEBHOOK_TEST, endpoint.account(), null, clock.instant());
        var receiver = new Receiver.Registered(endpoint.id());
        var delivery = Delivery.of(event, receiver, Destination.of(endpoint.url()));
        stores.deliveries().add(delivery);
        signals.announced();
        return delivery;
    }
}
