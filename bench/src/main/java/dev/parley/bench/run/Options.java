package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import dev.parley.bench.trial.Trial;
import dev.parley.bench.trial.Trials;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param wanted names of targets; all where it is empty
 * @param quick whether trials only have to work
 */
record Options(
        Path project,
        Path out,
        int rounds,
        long warmSeconds,
        long seconds,
        Set<String> wanted,
        List<Step> steps,
        List<Trial> trials,
        boolean quick) {

    private static final List<Step> STEPS = List.of(
            Step.unary(1), Step.unary(16), Step.unary(64), Step.streams(200), Step.halfLoad(), Step.slowStreams());

    private static final List<String> KNOWN = List.of(
            "--project", "--out", "--rounds", "--warm", "--seconds", "--targets", "--steps", "--trials", "--quick");

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("'" + arguments[i] + "' is none of " + KNOWN + ", or has no value");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return new Options(
                Path.of(given.getOrDefault("--project", "")).toAbsolutePath(),
                Path.of(given.getOrDefault("--out", "bench/target/results.md")),
                Integer.parseInt(given.getOrDefault("--rounds", "3")),
                Long.parseLong(given.getOrDefault("--warm", "15")),
                Long.parseLong(given.getOrDefault("--seconds", "5")),
                Set.copyOf(names(given.get("--targets"), ",")),
                chosen(STEPS, Step::name, given.get("--steps")),
                chosen(Trials.ALL, Trial::name, given.get("--trials")),
                Boolean.parseBoolean(given.get("--quick")));
    }

    /** Who is named must run, and answer rightly. */
    boolean insistsOn(String target) {
        return wanted.contains(target);
    }

    boolean wants(Target target) {
        return wanted.isEmpty() || wanted.contains(target.name());
    }

    /** All of them where nothing is said, none where an empty text is. */
    private static <T> List<T> chosen(List<T> all, Function<T, String> name, @Nullable String wanted) {
        if (wanted == null) {
            return all;
        }
        var names = names(wanted, ";");
        var known = all.stream().map(name).toList();
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("'" + wanted + "' has what is none of " + known);
        }
        return all.stream().filter(one -> names.contains(name.apply(one))).toList();
    }

    private static List<String> names(@Nullable String text, String between) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(between, -1));
    }
}
