package dev.parley.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.notify.DeliveryView;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Receiver;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery. What is null is left out. Times are unix seconds.
 *
 * @param id the {@code webhook-id} of all its attempts
 * @param account told to the operator only
 * @param endpoint null where it is for whom the task's caller named
 * @param attempts how many have begun
 * @param due when the next one is
 * @param log of the attempts, told with one delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryJson(
        String id,
        @Nullable String account,
        String type,
        String event,
        @Nullable UUID task,
        @Nullable String endpoint,
        String destination,
        String state,
        int attempts,
        @JsonProperty("created_at") long createdAt,
        @JsonProperty("due_at") @Nullable Long due,
        @JsonProperty("ended_at") @Nullable Long endedAt,
        @Nullable String reason,
        @Nullable List<AttemptJson> log) {

    /** @param response beginning of what the receiver said: its own words, not to be trusted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptJson(
            int number,
            long at,
            @JsonProperty("duration_ms") long durationMs,
            @Nullable Integer status,
            @Nullable String response,
            @Nullable String error) {

        static AttemptJson of(DeliveryAttempt attempt) {
            long at = attempt.at().getEpochSecond();
            long took = attempt.took().toMillis();
            return switch (attempt.outcome()) {
                case Answered(int status, var _, String said) ->
                    new AttemptJson(attempt.number(), at, took, status, said, null);
                case Unanswered(String reason) -> new AttemptJson(attempt.number(), at, took, null, null, reason);
            };
        }
    }

    static DeliveryJson of(Delivery delivery) {
        return of(delivery, null, null);
    }

    static DeliveryJson of(DeliveryView view) {
        return of(view.delivery(), null, log(view));
    }

    /** With its account. */
    public static DeliveryJson forOperator(Delivery delivery) {
        return of(delivery, delivery.event().account(), null);
    }

    /** With its account and its attempts. */
    public static DeliveryJson forOperator(DeliveryView view) {
        return of(view.delivery(), view.delivery().event().account(), log(view));
    }

    private static List<AttemptJson> log(DeliveryView view) {
        return view.attempts().stream().map(AttemptJson::of).toList();
    }

    private static DeliveryJson of(Delivery delivery, @Nullable String account, @Nullable List<AttemptJson> log) {
        var event = delivery.event();
        return new DeliveryJson(
                delivery.id(),
                account,
                event.type().toString(),
                event.id(),
                event.task(),
                delivery.receiver() instanceof Receiver.Registered(String id) ? id : null,
                delivery.destination().value(),
                delivery.state().stand().name().toLowerCase(Locale.ROOT),
                delivery.attempts(),
                event.at().getEpochSecond(),
                delivery.state() instanceof Waiting(var _, Instant at) ? at.getEpochSecond() : null,
                endedAt(delivery),
                delivery.state() instanceof Dead(String reason, var _) ? reason : null,
                log);
    }

    private static @Nullable Long endedAt(Delivery delivery) {
        return switch (delivery.state()) {
            case Waiting _, Sending _ -> null;
            case Delivered(Instant at) -> at.getEpochSecond();
            case Dead(var _, Instant at) -> at.getEpochSecond();
        };
    }
}
