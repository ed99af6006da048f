package dev.parley.bench.trial;

import dev.parley.bench.load.Callers;
import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Shell;
import dev.parley.bench.machine.Times;
import dev.parley.bench.stub.Upstream;
import dev.parley.bench.trial.Size.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What becomes of a gateway's times as its books grow: orders, lists, and the look at all of the books. */
final class GrowthTrial implements Trial {

    private static final List<Long> SIZES = List.of(10_000L, 1_000_000L, 5_000_000L);
    private static final List<Long> SMALL_SIZES = List.of(1_000L, 10_000L);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Seconds of CPU in a second, while there is nothing to do. */
    private static final double QUIET = 0.1;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException {
        try (var upstream = Upstream.start();
                var callers = new Callers()) {
            var run = new Run(ground, upstream, callers, quick);
            run.begin();
            List<Size> measured = new ArrayList<>();
            for (long entries : quick ? SMALL_SIZES : SIZES) {
                measured.add(run.measure(entries));
                System.err.println(
                        "bench: growth, " + String.join("; ", measured.getLast().row()));
            }
            return Size.section(measured);
        }
    }

    /** One of them: a database that grows, and gateways on it, one after the other. */
    private static final class Run {
        private final Ground ground;
        private final Path dir;
        private final Path data;
        private final Path file;
        private final Upstream upstream;
        private final Callers callers;
        private final int calls;
        private final int seconds;

        Run(Ground ground, Upstream upstream, Callers callers, boolean quick) {
            this.ground = ground;
            this.dir = ground.work().resolve("growth");
            this.data = dir.resolve("data");
            this.file = data.resolve("parley.db");
            this.upstream = upstream;
            this.callers = callers;
            this.calls = quick ? 10 : 200;
            this.seconds = quick ? 1 : 2;
        }

        /** A database with one finished task in it. */
        void begin() throws IOException, InterruptedException, CannotRunException {
            upstream.behave(SmallOrder.RENDERED);
            try (var gateway = start();
                    var books = Books.open(file)) {
                new SmallOrder(gateway).once(callers);
                books.awaitDone();
            }
            verify(); // What the JVM learns in its first run is not written down in those that count.
        }

        Size measure(long entries) throws IOException, InterruptedException, CannotRunException {
            LongBooks.fill(file, entries);
            long begun = System.nanoTime();
            Measured measured;
            try (var gateway = start()) {
                double startSeconds = (System.nanoTime() - begun) / 1e9;
                awaitQuiet(gateway);
                measured = measure(gateway, startSeconds);
            }
            return new Size(entries, Files.size(file), measured, verify());
        }

        private Measured measure(Gateway gateway, double startSeconds)
                throws IOException, InterruptedException, CannotRunException {
            try (var books = Books.open(file);
                    var lists = new Lists(gateway, books)) {
                String beside = String.format(
                        Locale.ROOT,
                        "%,d tasks, %,d keys",
                        books.number("SELECT COUNT(*) FROM task"),
                        books.number("SELECT COUNT(*) FROM api_key"));
                lists.medians(calls); // Until it is warm.
                var p50 = lists.medians(calls);
                upstream.behave(SmallOrder.HELD_UP);
                var tally = new SmallOrder(gateway).closed(callers, 1, seconds, seconds);
                upstream.behave(SmallOrder.RENDERED);
                books.awaitDone();
                return new Measured(beside, startSeconds, Times.of(tally.whole()), p50);
            }
        }

        private Gateway start() throws IOException, InterruptedException, CannotRunException {
            Map<String, String> settings = new TreeMap<>(SmallOrder.settings(upstream));
            settings.put("PARLEY_ADMIN_PASSWORD", Lists.PASSWORD);
            return Gateway.start(ground, dir, settings);
        }

        /** A gateway that has just started looks at its books. */
        private static void awaitQuiet(Gateway gateway) throws InterruptedException, CannotRunException {
            var end = Instant.now().plus(PATIENCE);
            double before = Double.NEGATIVE_INFINITY;
            double now = gateway.usage().cpuSeconds();
            while (now - before > QUIET) {
                if (Instant.now().isAfter(end)) {
                    throw new CannotRunException(
                            "the gateway is busy for more than " + PATIENCE.toMinutes() + " minutes after its start");
                }
                TimeUnit.SECONDS.sleep(1);
                before = now;
                now = gateway.usage().cpuSeconds();
            }
        }

        /** In seconds; it fails where the books are not right. */
        private double verify() throws IOException, InterruptedException, CannotRunException {
            var command = List.of(ground.project().resolve("parley").toString(), "admin", "ledger", "verify");
            long begun = System.nanoTime();
            new Shell(dir, Map.of("PARLEY_DATA_DIR", data.toString()))
                    .run(command, dir.resolve("verify.log"), PATIENCE);
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
