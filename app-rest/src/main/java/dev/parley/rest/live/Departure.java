package dev.parley.rest.live;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The end of one request, and what waits for it: all of its answer is written, or its connection is closed. */
final class Departure {

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Future<Void> connectionEnd;
    private final Executor executor;

    Departure(Future<Void> connectionEnd, Executor executor) {
        this.connectionEnd = connectionEnd;
        this.executor = executor;
    }

    void over() {
        over.complete(null);
    }

    /** The framework tells of a caller who leaves only where there is an answer: before, the connection is all that tells. */
    void then(Runnable action) {
        GenericFutureListener<Future<Void>> closed = _ -> over();
        var _ = connectionEnd.addListener(closed);
        var _ = over.thenRunAsync(action, executor).whenComplete((_, _) -> connectionEnd.removeListener(closed));
    }
}
