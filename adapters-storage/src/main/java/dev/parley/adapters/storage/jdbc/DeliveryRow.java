package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryState;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Stand;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as one line of its table.
 *
 * @param endpoint null where it is for whom the task names
 * @param lane account and destination
 */
@MappedEntity("delivery")
record DeliveryRow(
        @Id String id,
        String event,
        EventType type,
        String account,
        @Nullable String task,
        long atMs,
        @Nullable String endpoint,
        String lane,
        int attempts,
        Stand stand,
        @Nullable Integer tries,
        @Nullable Long dueMs,
        @Nullable Long leasedUntilMs,
        @Nullable String reason,
        @Nullable Long endedMs) {

    /** Between the account and the destination; no account's id has it. */
    private static final String LANE = " ";

    static DeliveryRow of(Delivery delivery) {
        var event = delivery.event();
        var task = event.task();
        var state = StandColumns.of(delivery.state());
        return new DeliveryRow(
                delivery.id(),
                event.id(),
                event.type(),
                event.account(),
                task == null ? null : task.toString(),
                event.at().toEpochMilli(),
                delivery.receiver() instanceof Receiver.Registered(String id) ? id : null,
                event.account() + LANE + delivery.destination(),
                delivery.attempts(),
                state.stand(),
                state.tries(),
                state.dueMs(),
                state.leasedUntilMs(),
                state.reason(),
                state.endedMs());
    }

    /** Whose lane it is. */
    static String accountOf(String lane) {
        return lane.substring(0, lane.indexOf(LANE));
    }

    Delivery toDelivery() {
        var told = new Event(
                event, type, account, task == null ? null : UUID.fromString(task), Instant.ofEpochMilli(atMs));
        return new Delivery(
                id,
                told,
                endpoint == null ? new Receiver.OfTask() : new Receiver.Registered(endpoint),
                new Destination(lane.substring(account.length() + LANE.length())),
                attempts,
                new StandColumns(stand, tries, dueMs, leasedUntilMs, reason, endedMs).toState());
    }

    /** A delivery's state as columns, of which each state fills its own. */
    private record StandColumns(
            Stand stand,
            @Nullable Integer tries,
            @Nullable Long dueMs,
            @Nullable Long leasedUntilMs,
            @Nullable String reason,
            @Nullable Long endedMs) {

        static StandColumns of(DeliveryState state) {
            return switch (state) {
                case Waiting(int tries, Instant due) ->
                    new StandColumns(Stand.WAITING, tries, due.toEpochMilli(), null, null, null);
                case Sending(int tries, Instant until) ->
                    new StandColumns(Stand.SENDING, tries, null, until.toEpochMilli(), null, null);
                case Delivered(Instant at) ->
                    new StandColumns(Stand.DELIVERED, null, null, null, null, at.toEpochMilli());
                case Dead(String reason, Instant at) ->
                    new StandColumns(Stand.DEAD, null, null, null, reason, at.toEpochMilli());
            };
        }

        DeliveryState toState() {
            return switch (stand) {
                case WAITING -> new Waiting(tries == null ? 0 : tries, time(dueMs));
                case SENDING -> new Sending(tries == null ? 0 : tries, time(leasedUntilMs));
                case DELIVERED -> new Delivered(time(endedMs));
                case DEAD -> new Dead(reason == null ? "" : reason, time(endedMs));
            };
        }

        private static Instant time(@Nullable Long ms) {
            return Instant.ofEpochMilli(ms == null ? 0 : ms);
        }
    }
}
