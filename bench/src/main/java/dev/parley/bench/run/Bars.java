package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What Parley is to reach, by figures of the same run; nothing where one of the two was not measured. */
final class Bars {

    private static final String PROXY = "spring-cloud-gateway";
    private static final String NGINX = "nginx";
    private static final String DIRECT = "direct";
    private static final double MIB = 1024 * 1024;

    private final Results results;
    private final List<String> rows = new ArrayList<>();

    private Bars(Results results) {
        this.results = results;
    }

    /** Lines of a table. */
    static List<String> of(Results results, List<Target> targets) {
        var bars = new Bars(results);
        targets.stream()
                .map(Target::name)
                .filter(name -> name.startsWith("parley"))
                .forEach(bars::add);
        return bars.rows;
    }

    private void add(String name) {
        atMost(
                name,
                "1 connection: p50 added, against that of " + PROXY + " and two commits of the disk",
                added("1 connection", name, measured -> measured.whole().p50()),
                added("1 connection", PROXY, measured -> measured.whole().p50())
                        + 2 * results.commits().p50(),
                "ms");
        for (var peer : List.of(
                new Peer(PROXY, 0.5),
                new Peer(NGINX, 0.2),
                new Peer("portkey", 8),
                new Peer("litellm", 15),
                new Peer("one-api", 1))) {
            atLeast(
                    name,
                    Step.SIXTEEN + ": answers a second, against " + text(peer.times()) + " times " + peer.name(),
                    median(Step.SIXTEEN, name, Measured::perSecond),
                    peer.times() * median(Step.SIXTEEN, peer.name(), Measured::perSecond));
        }
        String streams = Step.streams(200).name();
        atMost(
                name,
                streams + ": first byte p50, against nginx' and 2 ms",
                median(streams, name, measured -> measured.first().p50()),
                median(streams, NGINX, measured -> measured.first().p50()) + 2,
                "ms");
        atMost(
                name,
                streams + ": first byte p99, against nginx' and 15 ms",
                median(streams, name, measured -> measured.first().p99()),
                median(streams, NGINX, measured -> measured.first().p99()) + 15,
                "ms");
        String half = Step.halfLoad().name();
        atMost(
                name,
                half + ": p50 added",
                added(half, name, measured -> measured.whole().p50()),
                1,
                "ms");
        atMost(
                name,
                half + ": p90 added",
                added(half, name, measured -> measured.whole().p90()),
                4,
                "ms");
        atMost(
                name,
                half + ": p99 added",
                added(half, name, measured -> measured.whole().p99()),
                15,
                "ms");
        String slow = Step.slowStreams().name();
        atMost(name, slow + ": memory", median(slow, name, measured -> measured.residentBytes() / MIB), 512, "MiB");
        atMost(name, slow + ": answers that were bad", median(slow, name, Measured::bad), 0, "");
    }

    private record Peer(String name, double times) {}

    private void atMost(String name, String what, double found, double bound, String unit) {
        if (!Double.isNaN(found) && !Double.isNaN(bound)) {
            row(name, what, text(found, unit), "at most " + text(bound, unit), found <= bound);
        }
    }

    private void atLeast(String name, String what, double found, double bound) {
        if (!Double.isNaN(found) && !Double.isNaN(bound)) {
            row(name, what, text(found), "at least " + text(bound), found >= bound);
        }
    }

    private void row(String name, String what, String found, String wanted, boolean met) {
        rows.add("| " + String.join(" | ", name, what, found, wanted, met ? "met" : "missed") + " |");
    }

    private static String text(double value, String unit) {
        return (text(value) + " " + unit).stripTrailing();
    }

    private double median(String step, String name, ToDoubleFunction<Measured> figure) {
        return results.median(step, name, figure);
    }

    private double added(String step, String name, ToDoubleFunction<Measured> figure) {
        return median(step, name, figure) - median(step, DIRECT, figure);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.2f" : "%,.0f", value);
    }
}
