package dev.parley.bench.load;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Those who ask, on one thread of their own. */
public final class Callers implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = (EventLoop) threads.next();

    /** One request, and what has come of it when the time is up. */
    public Tally once(Ask ask, Duration patience) throws InterruptedException {
        var tally = new Tally();
        var answered = new CountDownLatch(1);
        var lines = new Lines(loop);
        onLoop(tally::begin);
        lines.open(ask, 1, tally, new Consumer<>() {
            private boolean asked;

            @Override
            public void accept(Line line) {
                if (asked) {
                    answered.countDown();
                } else {
                    asked = true;
                    line.ask(System.nanoTime());
                }
            }
        });
        answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        onLoop(tally::end);
        lines.leave();
        return tally;
    }

    /** So many connections, each of which asks again as soon as it has its answer. */
    public Tally closed(Ask ask, int connections, long warmSeconds, long seconds) throws InterruptedException {
        var tally = new Tally();
        var lines = new Lines(loop);
        lines.open(ask, connections, tally, line -> line.ask(System.nanoTime()));
        TimeUnit.SECONDS.sleep(warmSeconds);
        onLoop(tally::begin);
        TimeUnit.SECONDS.sleep(seconds);
        onLoop(() -> {
            tally.asked();
            tally.end();
        });
        lines.leave();
        return tally;
    }

    /** So many requests a second, whatever becomes of those before: times count from when each was due. */
    public Tally open(Ask ask, double perSecond, int connections, long warmSeconds, long seconds)
            throws InterruptedException {
        var tally = new Tally();
        var plan = new Plan(tally);
        var lines = new Lines(loop);
        lines.open(ask, connections, tally, plan::free);
        long begun = System.nanoTime();
        long countFrom = begun + TimeUnit.SECONDS.toNanos(warmSeconds);
        long end = countFrom + TimeUnit.SECONDS.toNanos(seconds);
        boolean counting = false;
        for (long i = 0; ; i++) {
            long due = begun + (long) (i * 1e9 / perSecond);
            if (due >= end) {
                break;
            }
            if (!counting && due >= countFrom) {
                counting = true;
                loop.execute(tally::begin);
            }
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            loop.execute(() -> plan.due(due));
        }
        onLoop(tally::asked);
        TimeUnit.SECONDS.sleep(1); // For the last answers.
        onLoop(tally::end);
        lines.leave();
        return tally;
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void onLoop(Runnable action) throws InterruptedException {
        loop.submit(action).sync();
    }

    /** Requests that are due, and connections that are free. Belongs to the event loop. */
    private static final class Plan {
        private final Tally tally;
        private final Deque<Line> free = new ArrayDeque<>();
        private final Deque<Long> waiting = new ArrayDeque<>();

        Plan(Tally tally) {
            this.tally = tally;
        }

        void due(long at) {
            tally.late(System.nanoTime() - at);
            var line = free.poll();
            if (line == null) {
                waiting.add(at);
            } else {
                line.ask(at);
            }
        }

        void free(Line line) {
            Long at = waiting.poll();
            if (at == null) {
                free.push(line);
            } else {
                line.ask(at);
            }
        }
    }
}
