package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.domain.account.IdempotencyKey;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for audio, read.
 *
 * @param warnings of what was ignored while reading
 * @param intent of a request that may come again; null where each is a new one
 * @param repeat what it is known by, should its client repeat it unasked
 */
record Asked(
        HttpRequest<?> request,
        Caller caller,
        Order order,
        OutputFormat format,
        List<String> warnings,
        @Nullable Intent intent,
        IdempotencyKey repeat) {

    boolean streamed() {
        return order.delivery().streamed();
    }

    boolean timed() {
        return order.delivery().timings();
    }
}
