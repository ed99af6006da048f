package dev.parley.domain.webhook;

import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Whom an account wants told of its tasks.
 *
 * @param id {@code ep_} and a UUID
 * @param description for people; may be empty
 * @param events it is told of; all where empty
 */
public record Endpoint(
        String id,
        String account,
        URI url,
        String description,
        Set<EventType> events,
        SigningSecrets secrets,
        Instant createdAt,
        EndpointState state) {

    /** An endpoint at which every attempt fails for so long is disabled. */
    public static final Duration FAILING_MAX = Duration.ofDays(5);

    public Endpoint {
        events = Set.copyOf(events);
    }

    public boolean isEnabled() {
        return state instanceof Enabled;
    }

    /** Whether it is told of events of this type. */
    public boolean wants(EventType type) {
        return isEnabled() && (events.isEmpty() || events.contains(type));
    }

    /** What an attempt says of its health. Pure. */
    public Endpoint after(DeliveryOutcome outcome, Instant at) {
        if (!(state instanceof Enabled(var failingSince))) {
            return this;
        }
        if (outcome.isTaken()) {
            return failingSince == null ? this : in(new Enabled(null));
        }
        if (outcome.isGone()) {
            return in(new Disabled(Reason.GONE, at));
        }
        if (failingSince == null) {
            return in(new Enabled(at));
        }
        return at.isBefore(failingSince.plus(FAILING_MAX)) ? this : in(new Disabled(Reason.FAILING, at));
    }

    public Endpoint in(EndpointState next) {
        return new Endpoint(id, account, url, description, events, secrets, createdAt, next);
    }

    public Endpoint with(SigningSecrets next) {
        return new Endpoint(id, account, url, description, events, next, createdAt, state);
    }

    /** The same endpoint, elsewhere or told of other things. */
    public Endpoint with(URI nextUrl, String nextDescription, Set<EventType> nextEvents) {
        return new Endpoint(id, account, nextUrl, nextDescription, nextEvents, secrets, createdAt, state);
    }
}
