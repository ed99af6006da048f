package dev.parley.application.notify;

import dev.parley.application.admin.Ids;
import dev.parley.domain.webhook.Endpoint;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds endpoints by what callers say they are. */
final class EndpointIds {

    private EndpointIds() {}

    /** @param account whose it must be; anybody's where null */
    static Endpoint found(Function<String, Optional<Endpoint>> store, @Nullable String account, String id) {
        return Ids.found(
                "endpoint",
                id,
                text -> store.apply(text)
                        .filter(endpoint ->
                                account == null || endpoint.account().equals(account)));
    }
}
