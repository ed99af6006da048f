package dev.parley.application.notify;

import dev.parley.application.Limits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.Endpoint;
import dev.parley.domain.webhook.EndpointState;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.webhook.WebhookSender;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An account's endpoints: made, shown, changed and removed by the account. The operator may disable and enable them. */
public final class RunEndpoints {

    private final Endpoints endpoints;
    private final Transactions transactions;
    private final WebhookSender sender;
    private final Supplier<SigningSecret> newSecret;
    private final Limits limits;
    private final InstantSource clock;

    public RunEndpoints(
            Endpoints endpoints,
            Transactions transactions,
            WebhookSender sender,
            Supplier<SigningSecret> newSecret,
            Limits limits,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.transactions = transactions;
        this.sender = sender;
        this.newSecret = newSecret;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws Refused if the account has too many, or the draft is wrong */
    public Endpoint create(String account, EndpointDraft draft) {
        var url = draft.toUrl();
        if (url == null) {
            throw Refused.invalid("url", "is required.");
        }
        var description = draft.toDescription();
        var events = draft.toEvents();
        check(url);
        return transactions.run(() -> {
            if (endpoints.list(account).size() >= limits.accountEndpointsMax()) {
                throw new Refused(new Refusal.Conflict(
                        "The account has " + limits.accountEndpointsMax() + " endpoints, which is the most."));
            }
            var endpoint = new Endpoint(
                    "ep_" + UUID.randomUUID(),
                    account,
                    url,
                    description == null ? "" : description,
                    events == null ? Set.of() : events,
                    new SigningSecrets(newSecret.get(), null),
                    clock.instant(),
                    Boolean.FALSE.equals(draft.enabled()) ? disabledBy(Reason.OWNER) : new Enabled(null));
            endpoints.add(endpoint);
            return endpoint;
        });
    }

    /** Oldest first. */
    public List<Endpoint> list(String account) {
        return endpoints.list(account);
    }

    /** @throws Refused if the account has none of this id */
    public Endpoint show(String account, String id) {
        return EndpointIds.found(endpoints::find, account, id);
    }

    /** What the draft says, and nothing else. What waits for the endpoint goes to its new URL. */
    public Endpoint change(String account, String id, EndpointDraft draft) {
        var url = draft.toUrl();
        var description = draft.toDescription();
        var events = draft.toEvents();
        var enabled = draft.enabled();
        if (url != null) {
            check(url);
        }
        return change(account, id, endpoint -> {
            var changed = endpoint.with(
                    url == null ? endpoint.url() : url,
                    description == null ? endpoint.description() : description,
                    events == null ? endpoint.events() : events);
            return enabled == null ? changed : enabled ? enabledByOwner(changed) : disabled(changed, Reason.OWNER);
        });
    }

    /** For ever; what waits for it is not delivered. */
    public void remove(String account, String id) {
        transactions.run(() -> {
            var endpoint = show(account, id);
            endpoints.remove(endpoint.id());
            return endpoint;
        });
    }

    /** Gives it a new secret. The one before signs as well for a day. */
    public Endpoint rotate(String account, String id) {
        var secret = newSecret.get();
        return change(account, id, endpoint -> endpoint.with(endpoint.secrets().rotated(secret, clock.instant())));
    }

    /** By the operator: whosever it is. */
    public Endpoint enable(String id) {
        return change(null, id, endpoint -> endpoint.in(new Enabled(null)));
    }

    /** By the operator, who alone can undo it. */
    public Endpoint disable(String id) {
        return change(null, id, endpoint -> endpoint.in(disabledBy(Reason.OPERATOR)));
    }

    private Endpoint change(@Nullable String account, String id, UnaryOperator<Endpoint> change) {
        return transactions.run(() -> {
            var changed = change.apply(EndpointIds.found(endpoints::lock, account, id));
            endpoints.save(changed);
            return changed;
        });
    }

    private static Endpoint enabledByOwner(Endpoint endpoint) {
        if (endpoint.isEnabled()) {
            return endpoint;
        }
        if (endpoint.state() instanceof Disabled(Reason reason, var _) && reason == Reason.OPERATOR) {
            throw new Refused(new Refusal.Conflict("The endpoint was disabled by the operator. Ask them."));
        }
        return endpoint.in(new Enabled(null));
    }

    private Endpoint disabled(Endpoint endpoint, Reason reason) {
        return endpoint.isEnabled() ? endpoint.in(disabledBy(reason)) : endpoint;
    }

    private EndpointState disabledBy(Reason reason) {
        return new Disabled(reason, clock.instant());
    }

    private void check(URI url) {
        sender.complaint(url).ifPresent(complaint -> {
            throw Refused.invalid("url", complaint);
        });
    }
}
