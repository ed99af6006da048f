package dev.parley.rest.auth;

import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.ClientAddress;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.rest.RestSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Lets nobody in without a good key, before a byte of the body is read. */
@ServerFilter("/v1/**")
final class ApiKeyFilter {

    static final String CALLER = "parley.caller";

    private static final List<String> KEY_HEADERS = List.of("xi-api-key", "Ocp-Apim-Subscription-Key", "x-api-key");
    private static final String SCHEME = "Bearer ";

    /** Each costs a look into the store. */
    private static final int CREDENTIALS_MAX = 4;

    private final AdmitCall admit;
    private final List<IpRange> trustedProxies;

    ApiKeyFilter(AdmitCall admit, RestSettings settings) {
        this.admit = admit;
        this.trustedProxies = settings.trustedProxies();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.OPTIONS) {
            var slot = CallSlots.of(request);
            request.setAttribute(CALLER, admit.admit(credentials(request.getHeaders()), address(request), slot));
        }
    }

    private InetAddress address(HttpRequest<?> request) {
        return ClientAddress.of(
                request.getRemoteAddress().getAddress(),
                request.getHeaders().getAll(ClientAddress.FORWARDED),
                trustedProxies);
    }

    private static SequencedSet<String> credentials(HttpHeaders headers) {
        SequencedSet<String> found = new LinkedHashSet<>();
        headers.getAll(HttpHeaders.AUTHORIZATION).forEach(value -> found.add(bearer(value)));
        KEY_HEADERS.forEach(name -> found.addAll(headers.getAll(name)));
        if (found.size() > CREDENTIALS_MAX) {
            throw new Refused(new Refusal.Unauthenticated("The request carries too many keys: send one."));
        }
        return found;
    }

    private static String bearer(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refused(new Refusal.Unauthenticated("The Authorization header must be 'Bearer sk-...'."));
        }
        return value.substring(SCHEME.length()).strip();
    }
}
