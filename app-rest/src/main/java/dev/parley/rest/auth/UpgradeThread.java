package dev.parley.rest.auth;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import java.util.concurrent.CompletableFuture;

/**
 * Brings upgrades back to their connection's own thread, after the key was looked up on another. Micronaut changes the
 * connection's handlers wherever it happens to be: on another thread, a client's first message would meet the old ones.
 */
@Guarded
final class UpgradeThread implements Ordered {

    @RequestFilter
    CompletableFuture<HttpRequest<?>> bringBack(HttpRequest<?> request) {
        if (!Upgrades.isOne(request)) {
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> back = new CompletableFuture<>();
        Upgrades.channel(request).eventLoop().execute(() -> back.complete(request));
        return back;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
