package dev.parley.rest.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.admin.Once;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.http.IdempotencyHeader;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Requests that may come again, and answers that are given again. */
@Singleton
final class Repeats {

    private final ObjectMapper mapper;

    Repeats(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The caller's name for this request, where they gave one.
     *
     * @param route with the ids in it
     * @param fingerprint of the body
     */
    Optional<IdempotencyKey> key(HttpRequest<?> request, String route, String fingerprint) {
        return IdempotencyHeader.of(request).map(name -> new IdempotencyKey(Once.SCOPE, route, name, fingerprint));
    }

    /** @throws Refused if the caller counts on an answer being given again that holds a secret */
    static void refuse(HttpRequest<?> request) {
        if (IdempotencyHeader.of(request).isPresent()) {
            throw Refused.invalid(
                    "idempotency-key",
                    "cannot be honoured here: the answer holds a secret, which is not stored. Send the request without"
                            + " it; if its answer is lost, rotate or delete the key.");
        }
    }

    String written(Object answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
