package dev.parley.adapters.storage.jdbc;

import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as one line of its table.
 *
 * @param events a JSON array of names
 */
@MappedEntity("endpoint")
record EndpointRow(
        @Id String id,
        String account,
        String url,
        String description,
        String events,
        String secret,
        @Nullable String retiringSecret,
        @Nullable Long retiringUntilMs,
        long createdMs,
        @Nullable Long failingSinceMs,
        @Nullable Reason disabledBy,
        @Nullable Long disabledMs) {

    static EndpointRow of(Endpoint endpoint) {
        var secrets = SecretColumns.of(endpoint.secrets());
        var disabled = endpoint.state() instanceof Disabled state ? state : null;
        var failing = endpoint.state() instanceof Enabled enabled ? enabled.failingSince() : null;
        return new EndpointRow(
                endpoint.id(),
                endpoint.account(),
                endpoint.url().toString(),
                endpoint.description(),
                RequestJson.writeStrings(names(endpoint.events())),
                secrets.secret(),
                secrets.retiringSecret(),
                secrets.retiringUntilMs(),
                endpoint.createdAt().toEpochMilli(),
                failing == null ? null : failing.toEpochMilli(),
                disabled == null ? null : disabled.reason(),
                disabled == null ? null : disabled.since().toEpochMilli());
    }

    Endpoint toEndpoint() {
        return new Endpoint(
                id,
                account,
                URI.create(url),
                description,
                types(events),
                new SecretColumns(secret, retiringSecret, retiringUntilMs).toSecrets(),
                Instant.ofEpochMilli(createdMs),
                state());
    }

    private EndpointState state() {
        return disabledBy == null || disabledMs == null
                ? new Enabled(failingSinceMs == null ? null : Instant.ofEpochMilli(failingSinceMs))
                : new Disabled(disabledBy, Instant.ofEpochMilli(disabledMs));
    }

    private static Collection<String> names(Set<EventType> events) {
        return events.stream().sorted().map(EventType::name).toList();
    }

    private static Set<EventType> types(String names) {
        return RequestJson.readStrings(names).stream().map(EventType::valueOf).collect(Collectors.toSet());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "EndpointRow[" + id + "]";
    }
}
