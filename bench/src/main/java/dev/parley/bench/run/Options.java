package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param wanted names of targets; all where it is empty
 */
record Options(
        Path project, Path out, int rounds, long warmSeconds, long seconds, Set<String> wanted, List<Step> steps) {

    private static final List<Step> ALL = List.of(
            Step.unary(1), Step.unary(16), Step.unary(64), Step.streams(200), Step.halfLoad(), Step.slowStreams());

    static Options of(String... arguments) {
        var options =
                new Options(Path.of("").toAbsolutePath(), Path.of("bench/target/results.md"), 3, 2, 5, Set.of(), ALL);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    /** Who is named must run, and answer rightly. */
    boolean insistsOn(String target) {
        return wanted.contains(target);
    }

    boolean wants(Target target) {
        return wanted.isEmpty() || wanted.contains(target.name());
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--project" ->
                new Options(Path.of(value).toAbsolutePath(), out, rounds, warmSeconds, seconds, wanted, steps);
            case "--out" -> new Options(project, Path.of(value), rounds, warmSeconds, seconds, wanted, steps);
            case "--rounds" -> new Options(project, out, Integer.parseInt(value), warmSeconds, seconds, wanted, steps);
            case "--warm" -> new Options(project, out, rounds, Long.parseLong(value), seconds, wanted, steps);
            case "--seconds" -> new Options(project, out, rounds, warmSeconds, Long.parseLong(value), wanted, steps);
            case "--targets" ->
                new Options(
                        project,
                        out,
                        rounds,
                        warmSeconds,
                        seconds,
                        new TreeSet<>(Arrays.asList(value.split(","))),
                        steps);
            case "--steps" -> new Options(project, out, rounds, warmSeconds, seconds, wanted, named(value));
            default -> throw new IllegalArgumentException("'" + name + "' is not known");
        };
    }

    private static List<Step> named(String value) {
        var names = Arrays.asList(value.split(";"));
        return ALL.stream().filter(step -> names.contains(step.name())).toList();
    }
}
