package dev.parley.application.task;

import dev.parley.application.Stores;
import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import java.time.Instant;

/** Puts an event on its way to all who are to be told of it, in the transaction in which it happens. */
final class Announcement {

    private final Stores stores;

    Announcement(Stores stores) {
        this.stores = stores;
    }

    /** @return whether somebody is to be called */
    boolean announce(EventType type, Task task, Instant now) {
        var event = Event.of(type, task.account(), task.id(), now);
        stores.outbox().add(event);
        var callback = task.output().callback();
        boolean wanted = callback != null;
        if (callback != null) {
            stores.deliveries().add(Delivery.of(event, new Receiver.OfTask(), Destination.of(callback.url())));
        }
        for (var endpoint : stores.endpoints().list(task.account())) {
            if (endpoint.wants(type)) {
                var receiver = new Receiver.Registered(endpoint.id());
                stores.deliveries().add(Delivery.of(event, receiver, Destination.of(endpoint.url())));
                wanted = true;
            }
        }
        return wanted;
    }
}
