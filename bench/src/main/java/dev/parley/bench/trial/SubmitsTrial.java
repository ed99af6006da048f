package dev.parley.bench.trial;

import dev.parley.bench.load.Callers;
import dev.parley.bench.load.Tally;
import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Times;
import dev.parley.bench.stub.Upstream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How fast tasks are taken, rendered and finished, against what the disk allows. */
final class SubmitsTrial implements Trial {

    private static final List<Integer> CALLERS = List.of(1, 16, 64);
    private static final double DELAY_MAX_MS = 250;

    @Override
    public String name() {
        return "submits";
    }

    @Override
    public Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException {
        long seconds = quick ? 1 : 5;
        long warmSeconds = quick ? 1 : 3;
        var raw = GuardedCommits.of(ground.work(), seconds);
        try (var upstream = Upstream.start();
                var gateway = Gateway.start(ground, ground.work().resolve("submits"), SmallOrder.settings(upstream));
                var books = Books.open(Books.of(gateway));
                var callers = new Callers()) {
            return new Run(upstream, new SmallOrder(gateway), books, callers, raw).measure(warmSeconds, seconds);
        }
    }

    /** One of them. */
    private static final class Run {
        private final Upstream upstream;
        private final SmallOrder order;
        private final Books books;
        private final Callers callers;
        private final GuardedCommits raw;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Bar> bars = new ArrayList<>();

        Run(Upstream upstream, SmallOrder order, Books books, Callers callers, GuardedCommits raw) {
            this.upstream = upstream;
            this.order = order;
            this.books = books;
            this.callers = callers;
            this.raw = raw;
        }

        Section measure(long warmSeconds, long seconds) throws IOException, InterruptedException, CannotRunException {
            row("guarded commits of the disk, one writer", 1, raw.perSecond(), raw.times());
            upstream.behave(SmallOrder.RENDERED);
            order.once(callers);
            throughput(2 * warmSeconds); // Until it is warm.
            double capacity = throughput(seconds);
            row("tasks, from the first order to the last end", 16, capacity, null);
            halfLoad(Math.max(1, capacity / 2), warmSeconds, 2 * seconds);
            upstream.behave(SmallOrder.HELD_UP);
            for (int connections : CALLERS) {
                submits(connections, warmSeconds, seconds);
            }
            finishes(seconds);
            return new Section(
                    "Tasks", """
                        The task is of a few words, and the stub renders it at once; 16 are rendered at a time. While orders alone are measured, \
                        it takes two seconds for each, so that nearly none is rendered beside them; what then waits is finished as fast as it goes. \
                        The delay is from order to provider.\
                        """, List.of("what", "callers", "a second", "p50, p99", "of the disk's"), rows, bars);
        }

        private double throughput(long seconds) throws IOException, InterruptedException, CannotRunException {
            var since = Instant.now();
            order.closed(callers, 16, 0, seconds);
            books.awaitDone();
            return books.throughput(since);
        }

        private void halfLoad(double perSecond, long warmSeconds, long seconds)
                throws IOException, InterruptedException, CannotRunException {
            var since = Instant.now().plusSeconds(warmSeconds);
            order.open(callers, perSecond, warmSeconds, seconds);
            books.awaitDone();
            var delays = Times.of(books.delays(since));
            row("delay in the queue at half of that", 0, perSecond, delays);
            bars.add(Bar.atMost(
                    "parley", "tasks at half load: delay in the queue, p99", delays.p99(), DELAY_MAX_MS, "ms"));
        }

        private void submits(int connections, long warmSeconds, long seconds)
                throws InterruptedException, CannotRunException {
            Tally tally = order.closed(callers, connections, warmSeconds, seconds);
            row("orders", connections, tally.perSecond(), Times.of(tally.whole()));
            if (connections == 1) {
                bars.add(Bar.atLeast(
                        "parley",
                        "orders a second of 1 caller, against half of the disk's guarded commits",
                        tally.perSecond(),
                        raw.perSecond() / 2,
                        ""));
            }
            if (connections == 64) {
                bars.add(Bar.atLeast(
                        "parley",
                        "orders a second of 64 callers, against the disk's guarded commits",
                        tally.perSecond(),
                        raw.perSecond(),
                        ""));
            }
        }

        private void finishes(long seconds) throws IOException, InterruptedException {
            upstream.behave(SmallOrder.RENDERED);
            TimeUnit.MILLISECONDS.sleep(SmallOrder.HELD_UP.length().toMillis());
            var since = Instant.now();
            TimeUnit.SECONDS.sleep(seconds);
            row("ends, of what waits", 0, books.finishes(since), null);
        }

        private void row(String what, int connections, double perSecond, @Nullable Times times) {
            rows.add(List.of(
                    what,
                    connections == 0 ? "" : Integer.toString(connections),
                    String.format(Locale.ROOT, "%,.0f", perSecond),
                    times == null ? "" : String.format(Locale.ROOT, "%.2f ms, %.2f ms", times.p50(), times.p99()),
                    String.format(Locale.ROOT, "%.2f", perSecond / raw.perSecond())));
        }
    }
}
