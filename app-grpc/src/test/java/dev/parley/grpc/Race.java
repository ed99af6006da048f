package dev.parley.grpc;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at the same moment, and what became of them. */
record Race<A>(List<A> accepted, List<RefusedCall> refused) {

    static <A> Race<A> of(int callers, Callable<A> call) {
        var begin = new CountDownLatch(1);
        var race = new Race<A>(new ArrayList<>(), new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<A>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> {
                    begin.await();
                    return call.call();
                }));
            }
            begin.countDown();
            for (var one : calls) {
                race.add(one);
            }
        }
        return race;
    }

    private void add(Future<A> call) {
        try {
            accepted.add(call.get());
        } catch (ExecutionException e) {
            refused.add(RefusedCall.of(refusal(e).orElseThrow(() -> new AssertionError(e))));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<StatusRuntimeException> refusal(ExecutionException e) {
        return e.getCause() instanceof StatusRuntimeException refused ? Optional.of(refused) : Optional.empty();
    }
}
