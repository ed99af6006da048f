package dev.parley.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that was measured, by step and target, and what could not be. */
final class Results {

    private final Map<String, Map<String, List<Measured>>> rounds = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    void add(Step step, String target, Measured measured) {
        rounds.computeIfAbsent(step.name(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(target, _ -> new ArrayList<>())
                .add(measured);
    }

    void cannotRun(String target, String why) {
        missing.put(target, why);
    }

    void version(String target, String version) {
        versions.put(target, version);
    }

    /** By target. */
    Map<String, String> versions() {
        return versions;
    }

    Map<String, String> missing() {
        return missing;
    }

    boolean has(String step, String target) {
        return rounds.getOrDefault(step, Map.of()).containsKey(target);
    }

    /** The median over the rounds. */
    double median(String step, String target, ToDoubleFunction<Measured> figure) {
        double[] all =
                rounds(step, target).stream().mapToDouble(figure).sorted().toArray();
        return all.length == 0 ? Double.NaN : all[all.length / 2];
    }

    List<Measured> rounds(String step, String target) {
        return rounds.getOrDefault(step, Map.of()).getOrDefault(target, List.of());
    }
}
