package dev.parley.rest.submit;

import dev.parley.application.Caller;
import dev.parley.application.submit.Order;
import dev.parley.domain.account.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a task, read.
 *
 * @param key the caller's name for it; null where they gave it none
 * @param warnings of what was left out while reading
 */
public record Asked(Caller caller, Order order, @Nullable IdempotencyKey key, List<String> warnings) {

    public Asked {
        warnings = List.copyOf(warnings);
    }

    /**
     * The caller's name for a request, where they gave it one.
     *
     * @param name as it came, checked before the body was read
     * @param route the same name means another request elsewhere
     * @param fingerprint of all that the request says
     */
    public static @Nullable IdempotencyKey key(Optional<String> name, Caller caller, String route, String fingerprint) {
        return name.map(given -> new IdempotencyKey(caller.account(), route, given, fingerprint))
                .orElse(null);
    }
}
