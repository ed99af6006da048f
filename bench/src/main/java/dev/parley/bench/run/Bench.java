package dev.parley.bench.run;

import dev.parley.bench.load.Callers;
import dev.parley.bench.run.Config.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measures every target in every step, in interleaved rounds whose order rotates, and writes a page. */
public final class Bench {

    private final Options options;
    private final Upstream upstream;
    private final Results results = new Results();
    private final List<Running> running = new ArrayList<>();

    private Bench(Options options, Upstream upstream) {
        this.options = options;
        this.upstream = upstream;
    }

    public static void main(String... arguments) throws IOException, InterruptedException, CannotRunException {
        var options = Options.of(arguments);
        var config = Config.read(options.project().resolve("bench/targets.json"));
        var targets = config.targets().stream().filter(options::wants).toList();
        try (var upstream = Upstream.start()) {
            var bench = new Bench(options, upstream);
            try {
                bench.start(targets);
                bench.measure();
            } finally {
                bench.running.forEach(Running::close);
            }
            String page = new Page(targets, bench.results).write(options.steps());
            Files.writeString(options.out(), page);
            System.out.println(page);
        }
    }

    private void start(List<Target> targets) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("parley-bench-");
        for (var target : targets) {
            try {
                running.add(Running.start(target, options.project(), work, upstream.port()));
                System.err.println("bench: " + target.name() + " runs");
            } catch (CannotRunException e) {
                results.cannotRun(target.name(), e.why());
                System.err.println("bench: going on without " + target.name() + ": " + e.why());
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        try (var callers = new Callers()) {
            for (int round = 0; round < options.rounds(); round++) {
                for (var step : options.steps()) {
                    upstream.behave(step.behaviour());
                    List<Running> order = new ArrayList<>(running);
                    Collections.rotate(order, round);
                    for (var target : order) {
                        measure(callers, step, target);
                    }
                }
            }
        }
    }

    private void measure(Callers callers, Step step, Running target) throws IOException, InterruptedException {
        String name = target.target().name();
        long askedBefore = upstream.asked();
        var before = target.usage();
        double capacity = results.median(step.of(), name, Measured::perSecond);
        var tally = step.run(callers, target, capacity, options.warmSeconds(), options.seconds());
        var after = target.usage();
        // Who was asked when time was up has not been answered.
        long resent = Math.max(0, upstream.asked() - askedBefore - tally.all() - step.connections());
        var measured = Measured.of(
                tally,
                after.map(Usage::cpuSeconds).orElse(Double.NaN)
                        - before.map(Usage::cpuSeconds).orElse(0.0),
                after.map(Usage::residentBytes).orElse(0L),
                resent);
        results.add(step, name, measured);
        System.err.printf(
                "bench: %s, %s: %,.0f answers/s, p50 %.2f ms, p99 %.2f ms%s%n",
                step.name(),
                name,
                measured.perSecond(),
                measured.whole().p50(),
                measured.whole().p99(),
                measured.bad() > 0 ? "; " + measured.trouble() : "");
    }
}
