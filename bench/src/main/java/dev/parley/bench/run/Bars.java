package dev.parley.bench.run;

import dev.parley.bench.run.Config.Target;
import dev.parley.bench.trial.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What Parley is to reach, by figures of the same run; nothing where one of the two was not measured. */
final class Bars {

    private static final String PROXY = "spring-cloud-gateway";
    private static final String NGINX = "nginx";
    private static final double MIB = 1024 * 1024;

    private final Results results;
    private final List<Bar> bars = new ArrayList<>();

    private Bars(Results results) {
        this.results = results;
    }

    static List<Bar> of(Results results, List<Target> targets) {
        var bars = new Bars(results);
        targets.stream()
                .map(Target::name)
                .filter(name -> name.startsWith("parley"))
                .forEach(bars::add);
        return bars.bars;
    }

    private void add(String name) {
        atMost(
                name,
                "1 connection: p50 added, against that of " + PROXY + " and two commits of the disk",
                results.added("1 connection", name, measured -> measured.whole().p50()),
                results.added(
                                "1 connection",
                                PROXY,
                                measured -> measured.whole().p50())
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
                    Step.SIXTEEN + ": answers a second, against " + Bar.text(peer.times()) + " times " + peer.name(),
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
        addHalfLoad(name);
        addSlowStreams(name);
    }

    private void addHalfLoad(String name) {
        String half = Step.halfLoad().name();
        atMost(
                name,
                half + ": p50 added",
                results.added(half, name, measured -> measured.whole().p50()),
                1,
                "ms");
        atMost(
                name,
                half + ": p90 added",
                results.added(half, name, measured -> measured.whole().p90()),
                4,
                "ms");
        atMost(
                name,
                half + ": p99 added",
                results.added(half, name, measured -> measured.whole().p99()),
                15,
                "ms");
        atMost(name, half + ": answers that were bad", median(half, name, Measured::bad), 0, "");
        atMost(name, half + ": memory that came on top", grown(half, name) / MIB, 16, "MiB");
    }

    private void addSlowStreams(String name) {
        String slow = Step.slowStreams().name();
        atMost(name, slow + ": memory", median(slow, name, measured -> measured.residentBytes() / MIB), 512, "MiB");
        atMost(name, slow + ": memory that came on top, for each", grown(slow, name) / 1000 / 2000, 100, "KB");
        atMost(name, slow + ": answers that were bad", median(slow, name, Measured::bad), 0, "");
    }

    private record Peer(String name, double times) {}

    private void atMost(String name, String what, double found, double bound, String unit) {
        if (!Double.isNaN(found) && !Double.isNaN(bound)) {
            bars.add(Bar.atMost(name, what, found, bound, unit));
        }
    }

    private void atLeast(String name, String what, double found, double bound) {
        if (!Double.isNaN(found) && !Double.isNaN(bound)) {
            bars.add(Bar.atLeast(name, what, found, bound, ""));
        }
    }

    private double grown(String step, String name) {
        return median(step, name, Measured::grownBytes);
    }

    private double median(String step, String name, ToDoubleFunction<Measured> figure) {
        return results.median(step, name, figure);
    }
}
