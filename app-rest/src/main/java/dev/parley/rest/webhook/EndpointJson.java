package dev.parley.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its account sees it. What is null is left out. Times are unix seconds.
 *
 * @param account told to the operator only
 * @param failingSince when the first failure came after which nothing has succeeded
 * @param secret told when it is new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointJson(
        String id,
        @Nullable String account,
        URI url,
        String description,
        List<String> events,
        boolean enabled,
        @JsonProperty("disabled_by") @Nullable String disabledBy,
        @JsonProperty("disabled_at") @Nullable Long disabledAt,
        @JsonProperty("failing_since") @Nullable Long failingSince,
        @JsonProperty("created_at") long createdAt,
        @Nullable String secret) {

    static EndpointJson of(Endpoint endpoint) {
        return of(endpoint, null, null);
    }

    static EndpointJson withSecret(Endpoint endpoint) {
        return of(endpoint, null, endpoint.secrets().current().value());
    }

    /** With its account, for the operator. */
    public static EndpointJson forOperator(Endpoint endpoint) {
        return of(endpoint, endpoint.account(), null);
    }

    private static EndpointJson of(Endpoint endpoint, @Nullable String account, @Nullable String secret) {
        var disabled = endpoint.state() instanceof Disabled state ? state : null;
        var failing = endpoint.state() instanceof Enabled state ? state.failingSince() : null;
        return new EndpointJson(
                endpoint.id(),
                account,
                endpoint.url(),
                endpoint.description(),
                endpoint.events().stream().sorted().map(EventType::toString).toList(),
                endpoint.isEnabled(),
                disabled == null ? null : disabled.reason().name().toLowerCase(Locale.ROOT),
                disabled == null ? null : disabled.since().getEpochSecond(),
                failing == null ? null : failing.getEpochSecond(),
                endpoint.createdAt().getEpochSecond(),
                secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EndpointJson[" + id + "]";
    }
}
