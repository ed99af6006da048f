package dev.parley.domain.webhook;

import java.time.Instant;

/** Where a delivery stands. */
public sealed interface DeliveryState {

    /** The same in one word. */
    enum Stand {
        WAITING,
        SENDING,
        DELIVERED,
        DEAD
    }

    default Stand stand() {
        return switch (this) {
            case Waiting _ -> Stand.WAITING;
            case Sending _ -> Stand.SENDING;
            case Delivered _ -> Stand.DELIVERED;
            case Dead _ -> Stand.DEAD;
        };
    }

    /** @param tries of the schedule that have been made */
    record Waiting(int tries, Instant dueAt) implements DeliveryState {}

    /**
     * A process is at it.
     *
     * @param tries of the schedule, this one included
     * @param leasedUntil after which somebody else may try
     */
    record Sending(int tries, Instant leasedUntil) implements DeliveryState {}

    record Delivered(Instant at) implements DeliveryState {}

    /** Given up, until somebody sends it again. */
    record Dead(String reason, Instant at) implements DeliveryState {}
}
