package dev.parley.rest.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The end of one request, and what waits for it. */
final class Departure {

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Executor executor;

    Departure(Executor executor) {
        this.executor = executor;
    }

    void over() {
        over.complete(null);
    }

    void then(Runnable action) {
        var _ = over.thenRunAsync(action, executor);
    }
}
