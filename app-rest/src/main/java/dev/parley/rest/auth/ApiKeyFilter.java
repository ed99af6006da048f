package dev.parley.rest.auth;

import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.ClientAddress;
import dev.parley.domain.account.IpRange;
import dev.parley.rest.RestSettings;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import java.util.List;

/** Lets nobody in without a good key, before a byte of the body is read. */
@Guarded
final class ApiKeyFilter {

    static final String CALLER = "parley.caller";

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
            request.setAttribute(CALLER, admit.admit(Credentials.of(request.getHeaders()), address(request), slot));
        }
    }

    private InetAddress address(HttpRequest<?> request) {
        return ClientAddress.of(
                request.getRemoteAddress().getAddress(),
                request.getHeaders().getAll(ClientAddress.FORWARDED),
                trustedProxies);
    }
}
