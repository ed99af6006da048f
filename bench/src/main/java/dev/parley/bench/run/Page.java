package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The results as Markdown. */
final class Page {

    private static final double MIB = 1024 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final List<Target> targets;
    private final Results results;

    Page(List<Target> targets, Results results) {
        this.targets = targets;
        this.results = results;
    }

    String write(List<Step> steps) {
        contents();
        bars();
        for (var step : steps) {
            table(step);
        }
        results.sections().forEach(section -> text.append(section.page()));
        results.trialsMissing()
                .forEach((name, why) -> text.append("\nThe trial '")
                        .append(name)
                        .append("' is not measured: ")
                        .append(why)
                        .append('\n'));
        return text.toString();
    }

    private void bars() {
        var commits = results.commits();
        text.append("\nA commit of the disk (8 KiB appended and flushed): p50 ")
                .append(millis(commits.p50()))
                .append(", p99 ")
                .append(millis(commits.p99()))
                .append(".\n");
        var bars = new ArrayList<>(Bars.of(results, targets));
        results.sections().forEach(section -> bars.addAll(section.bars()));
        if (!bars.isEmpty()) {
            text.append("\n| target | bar | found | wanted | |\n|---|---|---|---|---|\n");
            bars.forEach(bar -> text.append(bar).append('\n'));
        }
    }

    private void contents() {
        text.append("| target | what it is | version | start, memory then |\n|---|---|---|---|\n");
        for (var target : targets) {
            text.append("| ")
                    .append(target.name())
                    .append(" | ")
                    .append(target.what())
                    .append(" | ")
                    .append(Optional.ofNullable(results.missing().get(target.name()))
                            .map(why -> "not measured: " + why)
                            .orElse(results.versions().getOrDefault(target.name(), "")))
                    .append(" | ")
                    .append(results.starts().getOrDefault(target.name(), ""))
                    .append(" |\n");
        }
    }

    private void table(Step step) {
        text.append("\n### ").append(step.name()).append("\n\n");
        text.append("| target | answers/s | first byte p50, p99 (added) | last byte p50, p90, p99 (added p50, p99) |"
                + " CPU per answer | RSS | bad | resent |\n|---|---|---|---|---|---|---|---|\n");
        for (var target : targets) {
            if (results.has(step.name(), target.name())) {
                row(step.name(), target.name());
            }
        }
        if (step.share() > 0) {
            text.append("\nThe caller itself was late by (p50, p99): ")
                    .append(millis(worst(step, measured -> measured.late().p50())))
                    .append(", ")
                    .append(millis(worst(step, measured -> measured.late().p99())))
                    .append(" at worst.\n");
        }
    }

    private void row(String step, String target) {
        text.append("| ")
                .append(target)
                .append(" | ")
                .append(String.format(Locale.ROOT, "%,.0f", median(step, target, Measured::perSecond)))
                .append(" | ")
                .append(millis(median(step, target, measured -> measured.first().p50())))
                .append(", ")
                .append(millis(median(step, target, measured -> measured.first().p99())))
                .append(" (")
                .append(millis(
                        results.added(step, target, measured -> measured.first().p50())))
                .append(", ")
                .append(millis(
                        results.added(step, target, measured -> measured.first().p99())))
                .append(") | ")
                .append(millis(median(step, target, measured -> measured.whole().p50())))
                .append(", ")
                .append(millis(median(step, target, measured -> measured.whole().p90())))
                .append(", ")
                .append(millis(median(step, target, measured -> measured.whole().p99())))
                .append(" (")
                .append(millis(
                        results.added(step, target, measured -> measured.whole().p50())))
                .append(", ")
                .append(millis(
                        results.added(step, target, measured -> measured.whole().p99())))
                .append(") | ")
                .append(millis(median(step, target, Measured::cpuMillisPerAnswer)))
                .append(" | ")
                .append(String.format(
                        Locale.ROOT, "%.0f MiB", median(step, target, measured -> measured.residentBytes() / MIB)))
                .append(" | ")
                .append(sum(step, target, Measured::bad))
                .append(" | ")
                .append(sum(step, target, Measured::resent))
                .append(" |\n");
    }

    private double median(String step, String target, ToDoubleFunction<Measured> figure) {
        return results.median(step, target, figure);
    }

    private double worst(Step step, ToDoubleFunction<Measured> figure) {
        return targets.stream()
                .mapToDouble(target -> median(step.name(), target.name(), figure))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private long sum(String step, String target, java.util.function.ToLongFunction<Measured> figure) {
        return results.rounds(step, target).stream().mapToLong(figure).sum();
    }

    private static String millis(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.1f ms", value);
    }
}
