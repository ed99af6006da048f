package dev.parley.adapters.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Virtual threads that begin at the same moment. */
public final class Race {
    private Race() {}

    /** How many of the runners won. A runner that throws fails the race. */
    public static long winners(int runners, IntFunction<Boolean> run) {
        return of(runners, run).stream().filter(won -> won).count();
    }

    /** What the runners came back with. A runner that throws fails the race. */
    public static <T> List<T> of(int runners, IntFunction<T> run) {
        var start = new CyclicBarrier(runners);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                all.add(() -> {
                    start.await();
                    return run.apply(runner);
                });
            }
            return threads.invokeAll(all).stream().map(Race::result).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the race was cut short", e);
        }
    }

    private static <T> T result(Future<T> runner) {
        try {
            return runner.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a runner fell", e);
        }
    }
}
