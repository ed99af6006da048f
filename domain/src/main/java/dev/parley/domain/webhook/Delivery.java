package dev.parley.domain.webhook;

import dev.parley.domain.event.Event;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver.
 *
 * @param id {@code msg_} and a UUID: the {@code webhook-id} of all its attempts, for ever
 * @param destination where it is bound for, as far as is known
 * @param attempts how many have begun in all: who saves with another number has lost its lease
 */
public record Delivery(
        String id, Event event, Receiver receiver, Destination destination, int attempts, DeliveryState state) {

    /** One that is due at once. */
    public static Delivery of(Event event, Receiver receiver, Destination destination) {
        return new Delivery(newId(), event, receiver, destination, 0, new Waiting(0, event.at()));
    }

    /** A new {@code webhook-id}. */
    public static String newId() {
        return "msg_" + UUID.randomUUID();
    }

    public boolean isEnded() {
        return state instanceof Delivered || state instanceof Dead;
    }

    /** Another attempt begins. */
    public Delivery claimed(Instant leasedUntil) {
        int tries = state instanceof Waiting(int made, var _) ? made + 1 : 1;
        return new Delivery(id, event, receiver, destination, attempts + 1, new Sending(tries, leasedUntil));
    }

    /** After an attempt: delivered, given up, or waiting for the next. Pure: no clock, no chance. */
    public Delivery after(DeliveryOutcome outcome, Instant at, double jitter) {
        if (outcome.isTaken()) {
            return in(new Delivered(at));
        }
        if (outcome.isGone()) {
            return in(new Dead("The receiver wants nothing any more: it answered 410.", at));
        }
        return RetrySchedule.pauseAfter(tries(), asked(outcome), jitter)
                .map(pause -> in(new Waiting(tries(), at.plus(pause))))
                .orElseGet(() -> in(new Dead("The last of all attempts failed. " + outcome.summary(), at)));
    }

    /** Given up without another call. */
    public Delivery dead(String reason, Instant at) {
        return in(new Dead(reason, at));
    }

    /** The receiver has moved: the attempt was none, and is due there at once. */
    public Delivery movedTo(Destination other, Instant at) {
        return new Delivery(id, event, receiver, other, attempts, new Waiting(Math.max(0, tries() - 1), at));
    }

    /** To be told again, from the beginning of the schedule, under the same id. */
    public Delivery again(Instant at) {
        return in(new Waiting(0, at));
    }

    public Delivery in(DeliveryState next) {
        return new Delivery(id, event, receiver, destination, attempts, next);
    }

    private int tries() {
        return switch (state) {
            case Waiting(int tries, var _) -> tries;
            case Sending(int tries, var _) -> tries;
            case Delivered _, Dead _ -> 0;
        };
    }

    private static @Nullable Duration asked(DeliveryOutcome outcome) {
        return outcome instanceof Answered(var _, Duration retryAfter, var _) ? retryAfter : null;
    }
}
