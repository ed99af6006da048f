package dev.parley.bench.trial;

import dev.parley.bench.machine.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was measured with books of one size.
 *
 * @param entries in the ledger
 * @param verifySeconds of the command that looks at all of the books, with the start of its own process
 */
record Size(long entries, long fileBytes, Measured measured, double verifySeconds) {

    /**
     * What a gateway did.
     *
     * @param beside what there is besides the entries
     * @param startSeconds until it listened
     * @param lists p50 of each, in milliseconds
     */
    record Measured(String beside, double startSeconds, Times order, Map<String, Double> lists) {}

    private static final double ORDER_TIMES_MAX = 1.5;
    private static final double LIST_TIMES_MAX = 3;
    private static final double VERIFY_TIMES_MAX = 2;
    private static final double SLACK_MS = 1;
    private static final double MILLION = 1e6;
    private static final double MIB = 1024 * 1024;

    /** From the smallest to the largest. */
    static Section section(List<Size> sizes) {
        var first = sizes.getFirst();
        var head = Stream.of(
                        Stream.of("entries", "beside them", "file", "start", "order p50, p99"),
                        first.measured.lists.keySet().stream(),
                        Stream.of("verify"))
                .flatMap(names -> names)
                .toList();
        return new Section("Growth", """
            One database that grows, and a gateway on it each time, with one caller. Half of everything belongs to the account \
            that is asked; a page has its usual length, and times of lists are p50. `verify` is `./parley admin ledger verify` \
            from its start to its end, which found nothing wrong.\
            """, head, sizes.stream().map(Size::row).toList(), bars(sizes));
    }

    private static List<Bar> bars(List<Size> sizes) {
        var first = sizes.getFirst();
        var last = sizes.getLast();
        String growth =
                String.format(Locale.ROOT, "%,d entries, against %%s %,d and 1 ms: ", last.entries, first.entries);
        List<Bar> bars = new ArrayList<>();
        bars.add(atMost(
                growth.formatted("1.5 times that of") + "an order",
                last.measured.order.p50(),
                first.measured.order.p50(),
                ORDER_TIMES_MAX));
        first.measured.lists.forEach((list, p50) -> bars.add(atMost(
                growth.formatted("3 times that of") + "a page of " + list,
                last.measured.lists.getOrDefault(list, Double.NaN),
                p50,
                LIST_TIMES_MAX)));
        if (sizes.size() > 2) {
            var middle = sizes.get(sizes.size() - 2);
            bars.add(Bar.atMost(
                    "parley",
                    String.format(
                            Locale.ROOT,
                            "%,d entries, against 2 times that of %,d: verify, a million entries beyond the first %,d",
                            last.entries,
                            middle.entries,
                            first.entries),
                    last.verifyBeyond(first),
                    VERIFY_TIMES_MAX * middle.verifyBeyond(first),
                    "s"));
        }
        return bars;
    }

    private static Bar atMost(String what, double found, double before, double times) {
        return Bar.atMost("parley", what + ", p50", found, times * before + SLACK_MS, "ms");
    }

    /** For each million of entries, without what it takes to begin. */
    private double verifyBeyond(Size smallest) {
        return (verifySeconds - smallest.verifySeconds) / (entries - smallest.entries) * MILLION;
    }

    /** Of the table. */
    List<String> row() {
        return Stream.of(
                        Stream.of(
                                String.format(Locale.ROOT, "%,d", entries),
                                measured.beside,
                                String.format(Locale.ROOT, "%,.1f MiB", fileBytes / MIB),
                                String.format(Locale.ROOT, "%.1f s", measured.startSeconds),
                                String.format(
                                        Locale.ROOT, "%.2f ms, %.2f ms", measured.order.p50(), measured.order.p99())),
                        measured.lists.values().stream().map(p50 -> String.format(Locale.ROOT, "%.2f ms", p50)),
                        Stream.of(String.format(Locale.ROOT, "%.1f s", verifySeconds)))
                .flatMap(cells -> cells)
                .toList();
    }
}
