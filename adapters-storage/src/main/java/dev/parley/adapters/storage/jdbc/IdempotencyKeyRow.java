package dev.parley.adapters.storage.jdbc;

import dev.parley.ports.store.IdempotencyKeys.Used;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("idempotency_key")
record IdempotencyKeyRow(
        @Id String account,
        @Id String route,
        @Id String key,
        String fingerprint,
        String subject,
        @Nullable String answer,
        long untilMs) {

    Used toUsed() {
        return new Used(fingerprint, subject, answer, Instant.ofEpochMilli(untilMs));
    }
}
