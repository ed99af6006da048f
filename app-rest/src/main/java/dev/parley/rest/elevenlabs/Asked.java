package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.rest.http.IdempotencyHeader;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request for audio, read.
 *
 * @param warnings of what was ignored while reading
 * @param intent of a request that may come again; null where each is a new one
 * @param repeat what it is known by, should its client repeat it unasked
 * @param spelling of a field as the caller wrote it, where it has several names
 */
record Asked(
        HttpRequest<?> request,
        Caller caller,
        Order order,
        OutputFormat format,
        List<String> warnings,
        @Nullable Intent intent,
        IdempotencyKey repeat,
        UnaryOperator<String> spelling) {

    private static final String ROUTE = "elevenlabs.audio";

    /** @param fingerprint of all that the request says */
    static Asked of(
            HttpRequest<?> request,
            Caller caller,
            Order order,
            OutputFormat format,
            List<String> warnings,
            String fingerprint) {
        var intent = IdempotencyHeader.of(request)
                .map(name -> new IdempotencyKey(caller.account(), ROUTE, name, fingerprint))
                // What is told again is read from the task and its audio.
                .map(named -> new Intent(named, _ -> ""))
                .orElse(null);
        // Official clients repeat what has failed, and name nothing: the same words are the same request.
        var repeat = new IdempotencyKey(caller.account(), ROUTE + ".repeat", fingerprint, fingerprint);
        return new Asked(
                request, caller, order, format, List.copyOf(warnings), intent, repeat, UnaryOperator.identity());
    }

    /** The same, in the caller's own names. */
    Asked with(UnaryOperator<String> names) {
        return new Asked(request, caller, order, format, warnings, intent, repeat, names);
    }

    boolean streamed() {
        return order.delivery().streamed();
    }

    boolean timed() {
        return order.delivery().timings();
    }
}
