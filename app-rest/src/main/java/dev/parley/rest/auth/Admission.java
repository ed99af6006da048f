package dev.parley.rest.auth;

import dev.parley.application.Caller;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.ClientAddress;
import dev.parley.application.session.SessionTokens;
import dev.parley.domain.account.IpRange;
import dev.parley.rest.RestSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells who asks, and begins to count their call. */
@Singleton
public final class Admission {

    static final String CALLER = "parley.caller";

    private final AdmitCall admit;
    private final SessionTokens tokens;
    private final List<IpRange> trustedProxies;

    Admission(AdmitCall admit, SessionTokens tokens, RestSettings settings) {
        this.admit = admit;
        this.tokens = tokens;
        this.trustedProxies = settings.trustedProxies();
    }

    /** By what the request shows; it may be left open where the key comes with the first message. */
    void admit(HttpRequest<?> request) {
        if (Upgrades.isOne(request)) {
            Upgrades.check(request);
        }
        var credentials = Credentials.of(request.getHeaders());
        if (!credentials.isEmpty()) {
            let(request, admit.admit(credentials, address(request), CallSlots.of(request)));
            return;
        }
        var ticket = Tickets.of(request);
        if (ticket.isPresent()) {
            var shown = ticket.get();
            let(
                    request,
                    admit.admit(
                            () -> tokens.redeem(shown.token(), shown.purpose()),
                            address(request),
                            CallSlots.of(request)));
        } else if (!Tickets.mayComeLater(request)) {
            let(request, admit.admit(credentials, address(request), CallSlots.of(request)));
        }
    }

    /**
     * By a key that came later.
     *
     * @throws dev.parley.domain.refusal.Refused if it lets nobody in
     */
    public Caller admitLater(HttpRequest<?> request, Collection<String> credentials) {
        return admit.admit(credentials, address(request), CallSlots.of(request));
    }

    /** Empty where that is not known yet. */
    public static Optional<Caller> caller(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class);
    }

    private static void let(HttpRequest<?> request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    private InetAddress address(HttpRequest<?> request) {
        return ClientAddress.of(
                request.getRemoteAddress().getAddress(),
                request.getHeaders().getAll(ClientAddress.FORWARDED),
                trustedProxies);
    }
}
