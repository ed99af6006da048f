package dev.parley.application.notify;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.SigningSecret;
import dev.parley.domain.webhook.SigningSecrets;
import dev.parley.ports.store.Endpoints;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What an account's callbacks are signed with. */
public final class CallbackSecrets {

    private final Endpoints endpoints;
    private final Supplier<SigningSecret> newSecret;
    private final InstantSource clock;

    public CallbackSecrets(Endpoints endpoints, Supplier<SigningSecret> newSecret, InstantSource clock) {
        this.endpoints = endpoints;
        this.newSecret = newSecret;
        this.clock = clock;
    }

    /** Made when it is first asked for, or first needed. */
    public SigningSecrets show(String account) {
        return endpoints.callbackSecrets(account, newSecret.get());
    }

    /** The one before signs as well for a day. */
    public SigningSecrets rotate(String account) {
        var before = show(account);
        var after = before.rotated(newSecret.get(), clock.instant());
        if (!endpoints.replaceCallbackSecrets(account, before.current(), after)) {
            throw new Refused(new Refusal.Conflict("The secret was rotated by somebody else just now."));
        }
        return after;
    }
}
