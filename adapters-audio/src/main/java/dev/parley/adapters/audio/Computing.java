package dev.parley.adapters.audio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads of the operating system for what computes long: on a virtual one it keeps everybody else from being served. */
final class Computing {

    private static final Executor THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("codec-", 0).factory());

    private Computing() {}

    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /**
     * Returns when the work is done, which nothing interrupts.
     *
     * @throws X as the work does
     */
    @SuppressWarnings("unchecked") // Only X and what is unchecked can be thrown by it.
    static <T, X extends Exception> T await(Work<T, X> work) throws X {
        var done = new CompletableFuture<T>();
        THREADS.execute(() -> {
            try {
                done.complete(work.run());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (X) e.getCause();
        }
    }
}
