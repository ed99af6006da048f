package dev.parley.adapters.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up, and waits no longer than it is told. The lookup itself cannot be interrupted and holds its thread, so it has
 * threads of the platform: a few names with slow servers would stop every virtual thread of the process.
 */
final class Names implements AutoCloseable {

    private static final int LOOKUPS_MAX = 64;

    private final Resolver resolver;
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            LOOKUPS_MAX,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    Names(Resolver resolver) {
        this.resolver = resolver;
    }

    /** @throws UnknownHostException if the name leads nowhere, or nobody says so in time */
    List<InetAddress> addresses(Target target, Duration patience) throws UnknownHostException, InterruptedException {
        if (target.literal().isPresent()) {
            return List.of(target.literal().get());
        }
        try {
            return lookup(target.host()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var unknown = new UnknownHostException(target.host());
            unknown.initCause(e);
            throw unknown;
        }
    }

    /** Whoever asks for the same name at the same time waits for the same answer. */
    private CompletableFuture<List<InetAddress>> lookup(String name) {
        var mine = new CompletableFuture<List<InetAddress>>();
        var other = underWay.putIfAbsent(name, mine);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> complete(name, mine));
        } catch (RejectedExecutionException e) {
            underWay.remove(name, mine);
            mine.completeExceptionally(e);
        }
        return mine;
    }

    /** Forgotten before it is told: whoever asks from now on is to have a newer answer. */
    private void complete(String name, CompletableFuture<List<InetAddress>> lookup) {
        try {
            var found = List.of(resolver.resolve(name));
            underWay.remove(name, lookup);
            lookup.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            underWay.remove(name, lookup);
            lookup.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
