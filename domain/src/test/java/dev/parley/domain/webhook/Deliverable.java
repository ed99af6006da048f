package dev.parley.domain.webhook;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Deliveries and answers, where it does not matter which. */
final class Deliverable {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Deliverable() {}

    static Delivery aDelivery() {
        var event = Event.of(EventType.TASK_COMPLETED, "acc_1", UUID.randomUUID(), NOON);
        return Delivery.of(event, new Receiver.OfTask(), Destination.of(URI.create("https://example.org/hook")));
    }

    static Delivery sent() {
        return aDelivery().claimed(NOON.plusSeconds(30));
    }

    static DeliveryOutcome answered(int status) {
        return new Answered(status, null, "");
    }

    static DeliveryOutcome busy(Duration retryAfter) {
        return new Answered(503, retryAfter, "busy");
    }
}
