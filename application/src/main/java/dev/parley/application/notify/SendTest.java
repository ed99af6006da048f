package dev.parley.application.notify;

import dev.parley.application.task.TaskSignals;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tells an endpoint that nothing has happened, as if something had: signed, tried again and recorded like any delivery. */
public final class SendTest {

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final TaskSignals signals;
    private final InstantSource clock;

    public SendTest(Endpoints endpoints, Deliveries deliveries, TaskSignals signals, InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signals = signals;
        this.clock = clock;
    }

    /** @param account whose it must be; anybody's where null */
    public Delivery to(@Nullable String account, String id) {
        var endpoint = EndpointIds.found(endpoints::find, account, id);
        if (!endpoint.isEnabled()) {
            throw new Refused(new Refusal.Conflict("The endpoint is disabled. Enable it first."));
        }
        var event = Event.of(EventType.WEBHOOK_TEST, endpoint.account(), null, clock.instant());
        var receiver = new Receiver.Registered(endpoint.id());
        var delivery = Delivery.of(event, receiver, Destination.of(endpoint.url()));
        deliveries.add(delivery);
        signals.announced();
        return delivery;
    }
}
