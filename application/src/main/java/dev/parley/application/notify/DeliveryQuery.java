package dev.parley.application.notify;

import dev.parley.application.admin.Ids;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.DeliveryState.Stand;
import dev.parley.ports.store.Deliveries.Wanted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries somebody wants to see. What is null does not matter.
 *
 * @param account whose; everybody's where null, which is for the operator only
 * @param after of events at or after this instant
 * @param before and before this one
 */
public record DeliveryQuery(
        @Nullable String account,
        @Nullable String endpoint,
        @Nullable String task,
        @Nullable Stand state,
        @Nullable Instant after,
        @Nullable Instant before) {

    Wanted toWanted() {
        var uuid = task == null
                ? null
                : Ids.uuid(task).orElseThrow(() -> Refused.invalid("task", "must be the id of a task."));
        return new Wanted(account, endpoint, uuid, state, after, before);
    }
}
