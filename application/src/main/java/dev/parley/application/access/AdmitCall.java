package dev.parley.application.access;

import dev.parley.application.Caller;
import dev.parley.application.account.Authenticate;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Optional;

/** The way in for every call that needs a key, at any edge. */
public final class AdmitCall {

    private final Authenticate authenticate;
    private final Guesses guesses;
    private final CallLimits limits;

    public AdmitCall(Authenticate authenticate, Guesses guesses, CallLimits limits) {
        this.authenticate = authenticate;
        this.guesses = guesses;
        this.limits = limits;
    }

    /**
     * Who calls.
     *
     * @param credentials all that the call carries, in any header
     * @param from as {@link ClientAddress} tells
     * @throws dev.parley.domain.refusal.Refused if they may not come in
     */
    public Caller caller(Collection<String> credentials, InetAddress from) {
        return guesses.count(credentials, from, () -> authenticate.caller(credentials, from));
    }

    /**
     * Begins their call, which counts until it is closed.
     *
     * @throws dev.parley.domain.refusal.Refused if it is one too many
     */
    public Call enter(Caller caller) {
        return limits.enter(caller);
    }

    /** For the answer to a call that did not begin. */
    public Optional<Standing> standing(Caller caller) {
        return limits.standing(caller);
    }
}
