package dev.parley.bench.run;

import dev.parley.bench.machine.Median;
import dev.parley.bench.machine.Times;
import dev.parley.bench.trial.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that was measured, by step and target, and what could not be. */
final class Results {

    private static final String DIRECT = "direct";

    private final Map<String, Map<String, List<Measured>>> rounds = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, String> starts = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, String> trialsMissing = new LinkedHashMap<>();
    private final Times commits;

    /** @param commits of the disk, before anything else used it */
    Results(Times commits) {
        this.commits = commits;
    }

    Times commits() {
        return commits;
    }

    void add(Step step, String target, Measured measured) {
        rounds.computeIfAbsent(step.name(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(target, _ -> new ArrayList<>())
                .add(measured);
    }

    void add(Section section) {
        sections.add(section);
    }

    List<Section> sections() {
        return sections;
    }

    void cannotTry(String trial, String why) {
        trialsMissing.put(trial, why);
    }

    /** By trial. */
    Map<String, String> trialsMissing() {
        return trialsMissing;
    }

    void cannotRun(String target, String why) {
        missing.put(target, why);
    }

    void version(String target, String version) {
        versions.put(target, version);
    }

    /** In how many seconds a target was there, and the memory that it had then. */
    void started(String target, double seconds, long residentBytes) {
        starts.put(target, String.format(Locale.ROOT, "%.2f s, %,d MiB", seconds, residentBytes >> 20));
    }

    /** By target. */
    Map<String, String> starts() {
        return starts;
    }

    /** By target. */
    Map<String, String> versions() {
        return versions;
    }

    Map<String, String> missing() {
        return missing;
    }

    /** Whether any of its answers was not as it should be. */
    boolean isBad(String target) {
        return rounds.values().stream()
                .flatMap(step -> step.getOrDefault(target, List.of()).stream())
                .anyMatch(measured -> measured.bad() > 0);
    }

    boolean has(String step, String target) {
        return rounds.getOrDefault(step, Map.of()).containsKey(target);
    }

    /** The median over the rounds. */
    double median(String step, String target, ToDoubleFunction<Measured> figure) {
        return Median.of(rounds(step, target), figure);
    }

    /** To what the upstream takes by itself: in the same step, or asked by one, where each is asked at a rate of its own. */
    double added(String step, String target, ToDoubleFunction<Measured> figure) {
        String alone = step.equals(Step.halfLoad().name()) ? Step.unary(1).name() : step;
        return median(step, target, figure) - median(alone, DIRECT, figure);
    }

    List<Measured> rounds(String step, String target) {
        return rounds.getOrDefault(step, Map.of()).getOrDefault(target, List.of());
    }
}
