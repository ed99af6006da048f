package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver as one line of its table.
 *
 * @param status null where there was no answer
 * @param said by the receiver, or, where there was no answer, why
 */
@MappedEntity("delivery_attempt")
record DeliveryAttemptRow(
        @Id String delivery,
        @Id int number,
        long atMs,
        long tookMs,
        @Nullable Integer status,
        @Nullable Long retryAfterMs,
        String said) {

    DeliveryAttempt toAttempt() {
        var outcome = status == null
                ? new Unanswered(said)
                : new Answered(status, retryAfterMs == null ? null : Duration.ofMillis(retryAfterMs), said);
        return new DeliveryAttempt(number, Instant.ofEpochMilli(atMs), Duration.ofMillis(tookMs), outcome);
    }
}
