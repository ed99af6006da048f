package dev.parley.bench.run;

import dev.parley.bench.load.Callers;
import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Directories;
import dev.parley.bench.machine.Disk;
import dev.parley.bench.machine.Usage;
import dev.parley.bench.run.Config.Target;
import dev.parley.bench.stub.Upstream;
import dev.parley.bench.trial.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Measures every target in every step, in interleaved rounds whose order rotates, and writes a page. */
public final class Bench {

    /** Of who has just been started. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Seconds, for whoever has done the same in a round before. */
    private static final long WARM_AGAIN = 2;

    private static final List<Step> CHECKS = List.of(Step.unary(1), Step.streams(1));

    private final Options options;
    private final List<Target> targets;
    private final Upstream upstream;
    private final Callers callers;
    private final Results results;
    private final List<Running> running = new ArrayList<>();

    private Bench(Options options, List<Target> targets, Upstream upstream, Callers callers) throws IOException {
        this.results = new Results(Disk.commits(Path.of(System.getProperty("java.io.tmpdir"))));
        this.options = options;
        this.targets = targets;
        this.upstream = upstream;
        this.callers = callers;
    }

    public static void main(String... arguments) throws IOException, InterruptedException, CannotRunException {
        var options = Options.of(arguments);
        var config = Config.read(options.project().resolve("bench/targets.json"));
        var targets = config.targets().stream().filter(options::wants).toList();
        Runtime.getRuntime().addShutdownHook(new Thread(Bench::endAll));
        try (var upstream = Upstream.start();
                var callers = new Callers()) {
            var bench = new Bench(options, targets, upstream, callers);
            try {
                bench.start(targets);
                bench.measure();
            } finally {
                bench.running.forEach(Running::close);
            }
            bench.tryAll();
            System.out.println(bench.page());
            bench.insist();
        }
    }

    private String page() {
        return new Page(targets, results).write(options.steps());
    }

    /** After each step, so that a run which is broken off has not been in vain. */
    private void writeDown() throws IOException {
        Document.write(options.out(), page());
    }

    /** So that a run which is asked to measure somebody does not pass without. */
    private void insist() {
        var troubles = results.missing().keySet().stream()
                .filter(options::insistsOn)
                .collect(Collectors.toCollection(ArrayList::new));
        options.wanted().stream().filter(results::isBad).forEach(troubles::add);
        if (options.quick()) {
            troubles.addAll(results.trialsMissing().keySet());
        }
        if (!troubles.isEmpty()) {
            System.err.println("bench: not as they should be: " + troubles);
            System.exit(1);
        }
    }

    /** Who is interrupted leaves nothing running. */
    private static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private void start(List<Target> targets) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("parley-bench-");
        for (var target : targets) {
            try {
                var started = Running.start(target, options.project(), work, upstream.port());
                running.add(started);
                started.usage()
                        .ifPresent(usage -> results.started(
                                target.name(), started.startedIn().toMillis() / 1000.0, usage.residentBytes()));
                check(started);
                results.version(target.name(), started.version());
                System.err.println("bench: " + target.name() + " runs");
            } catch (CannotRunException e) {
                leaveOut(target);
                results.cannotRun(target.name(), e.why());
                System.err.println("bench: going on without " + target.name() + ": " + e.why());
            }
        }
    }

    /** Whoever answers something else is not faster, but another thing. */
    private void check(Running started) throws IOException, InterruptedException, CannotRunException {
        for (var step : CHECKS) {
            upstream.behave(step.behaviour());
            var tally = callers.once(step.ask(started), PATIENCE);
            if (tally.good() != 1) {
                throw new CannotRunException("its answer is not the upstream's: " + tally.trouble());
            }
        }
    }

    private void leaveOut(Target target) {
        running.stream().filter(started -> started.target().equals(target)).forEach(Running::close);
        running.removeIf(started -> started.target().equals(target));
    }

    private void measure() throws IOException, InterruptedException {
        for (int round = 0; round < options.rounds(); round++) {
            for (var step : options.steps()) {
                if (step.isLong() && round > 0) {
                    continue;
                }
                upstream.behave(step.behaviour());
                List<Running> order = new ArrayList<>(running);
                Collections.rotate(order, round);
                for (var target : order) {
                    measure(step, target);
                }
                writeDown();
            }
        }
    }

    /** When no target runs any more. */
    private void tryAll() throws IOException, InterruptedException {
        for (var trial : options.trials()) {
            var work = Files.createTempDirectory("parley-bench-");
            try {
                results.add(trial.run(new Ground(options.project(), work), options.quick()));
                System.err.println("bench: " + trial.name() + " is tried");
            } catch (CannotRunException e) {
                results.cannotTry(trial.name(), e.why());
                System.err.println("bench: " + trial.name() + " cannot be tried: " + e.why());
            } finally {
                Directories.delete(work);
            }
            writeDown();
        }
    }

    private void measure(Step step, Running target) throws IOException, InterruptedException {
        String name = target.target().name();
        double capacity = results.median(step.of(), name, Measured::perSecond);
        if (step.share() > 0 && !(capacity > 0)) {
            System.err.println("bench: " + step.name() + " of " + name + " is left out: it needs the step '" + step.of()
                    + "' before it");
            return;
        }
        long askedBefore = upstream.asked();
        var before = target.usage().orElse(Usage.NONE);
        long warm =
                results.has(step.name(), name) ? Math.min(WARM_AGAIN, options.warmSeconds()) : options.warmSeconds();
        long seconds = options.quick() ? options.seconds() : Math.max(options.seconds(), step.secondsMin());
        var tally = step.run(callers, target, capacity, warm, seconds);
        var after = target.usage().orElse(Usage.NONE);
        // Who was asked when time was up has not been answered.
        long unlike = upstream.asked() - askedBefore - tally.all();
        long resent = unlike < 0 ? unlike : Math.max(0, unlike - step.connections());
        var measured = Measured.of(tally, before, after, resent);
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
