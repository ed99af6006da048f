package dev.parley.rest.admin;

import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.ClientAddress;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.RestSettings;
import dev.parley.rest.auth.Credentials;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import java.net.InetAddress;
import java.util.SequencedSet;

/** Tells whoever comes with an API key that these routes are not for keys. What may be a token goes on to be judged. */
@ServerFilter("/admin/**")
final class OrdinaryKeyFilter implements Ordered {

    private final AdmitCall admit;
    private final RestSettings settings;

    OrdinaryKeyFilter(AdmitCall admit, RestSettings settings) {
        this.admit = admit;
        this.settings = settings;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        var credentials = Credentials.of(request.getHeaders());
        if (credentials.isEmpty()) {
            return;
        }
        boolean token = credentials.size() == 1 && !Credentials.hasKeyHeader(request.getHeaders());
        // No key is as long as a token: it need not be counted as a wrong one.
        if (token && credentials.getFirst().length() > KeySecret.LENGTH_MAX) {
            return;
        }
        if (isKey(credentials, address(request, settings))) {
            throw new AuthorizationException(Authentication.build("key"));
        }
        if (!token) {
            throw new Refused(new Refusal.Unauthenticated("The request carries a bad API key, or too many: send one."));
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    static InetAddress address(HttpRequest<?> request, RestSettings settings) {
        return ClientAddress.of(
                request.getRemoteAddress().getAddress(),
                request.getHeaders().getAll(ClientAddress.FORWARDED),
                settings.trustedProxies());
    }

    private boolean isKey(SequencedSet<String> credentials, InetAddress from) {
        try {
            var _ = admit.identify(credentials, from);
            return true;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Unauthenticated) {
                return false;
            }
            throw refused;
        }
    }
}
