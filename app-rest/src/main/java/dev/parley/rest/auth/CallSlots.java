package dev.parley.rest.auth;

import dev.parley.application.Caller;
import dev.parley.application.access.CallSlot;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;

/** Follows each call to its end: when all of its answer is written, or its caller has left. */
@Guarded
final class CallSlots implements ApplicationEventListener<HttpRequestTerminatedEvent>, Ordered {

    private static final String SLOT = "parley.call";
    private static final String SANDBOX = "x-parley-sandbox";

    static CallSlot of(HttpRequest<?> request) {
        return request.getAttribute(SLOT, CallSlot.class).orElseThrow();
    }

    /** On the connection's own thread, which is also the one that tells of the end: it cannot come first. */
    @RequestFilter
    void open(HttpRequest<?> request) {
        var slot = new CallSlot();
        request.setAttribute(SLOT, slot);
        if (Upgrades.isOne(request)) {
            // No answer ends such a call: it lasts as long as its connection.
            Upgrades.channel(request).closeFuture().addListener(_ -> slot.close());
        }
    }

    /** Callers must not take what the sandbox makes for the real thing. */
    @ResponseFilter
    void tellSandbox(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(SLOT, CallSlot.class)
                .flatMap(CallSlot::caller)
                .filter(Caller::sandbox)
                .ifPresent(_ -> response.header(SANDBOX, "true"));
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(SLOT, CallSlot.class)
                .flatMap(CallSlot::standing)
                .ifPresent(standing ->
                        response.header("RateLimit-Policy", standing.policy()).header("RateLimit", standing.state()));
    }

    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent ended) {
        ended.getSource().getAttribute(SLOT, CallSlot.class).ifPresent(CallSlot::close);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
