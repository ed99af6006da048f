package dev.parley.rest.http;

import dev.parley.application.submit.Intent;
import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The caller's name for what they ask, where they gave it one. */
public final class IdempotencyHeader {

    /** Tells, by {@code true}, that an answer is the one to an earlier request. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final String NAME = "Idempotency-Key";

    private IdempotencyHeader() {}

    /** @throws Refused if it is malformed, or given twice */
    public static Optional<String> of(HttpRequest<?> request) {
        var given = request.getHeaders().getAll(NAME).stream().distinct().toList();
        if (given.size() > 1) {
            throw Refused.invalid(Intent.FIELD, "must be given once.");
        }
        return given.stream().findFirst().map(Intent::checked);
    }
}
