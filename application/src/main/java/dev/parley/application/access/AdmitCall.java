package dev.parley.application.access;

import dev.parley.application.Caller;
import dev.parley.application.account.Authenticate;
import dev.parley.application.session.SessionTokens.Bearer;
import dev.parley.domain.refusal.Refused;
import java.net.InetAddress;
import java.util.Collection;
import java.util.function.Supplier;

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
     * Tells who calls, and begins to count their call.
     *
     * @param credentials all that the call carries, in any header
     * @param from as {@link ClientAddress} tells
     * @param slot closed by the edge when the call has ended, however it did
     * @throws Refused if they may not come in, or if it is one call too many
     */
    public Caller admit(Collection<String> credentials, InetAddress from, CallSlot slot) {
        var caller = guesses.count(credentials, from, () -> authenticate.caller(credentials, from));
        return enter(caller, slot);
    }

    /**
     * The same for somebody who shows no key, but something that was made with one.
     *
     * @param bearer tells whose it is, and throws {@link Refused} where it is nobody's
     */
    public Caller admit(Supplier<Bearer> bearer, InetAddress from, CallSlot slot) {
        var shown = bearer.get();
        return enter(authenticate.known(shown.key(), shown.sandbox(), from), slot);
    }

    /** How many calls of the caller's key are under way, this one included. */
    public int underWay(Caller caller) {
        return limits.underWay(caller);
    }

    /**
     * Tells whose credentials these are, and counts no call: for routes that are not for callers.
     *
     * @throws Refused if they are nobody's
     */
    public Caller identify(Collection<String> credentials, InetAddress from) {
        return guesses.count(credentials, from, () -> authenticate.caller(credentials, from));
    }

    private Caller enter(Caller caller, CallSlot slot) {
        slot.known(caller);
        try {
            slot.hold(limits.enter(caller));
        } catch (Refused e) {
            slot.turnedAway(limits.standing(caller));
            throw e;
        }
        return caller;
    }
}
