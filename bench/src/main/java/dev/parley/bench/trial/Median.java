package dev.parley.bench.trial;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several measurements. */
final class Median {

    private Median() {}

    /** Of an even count, the upper of the two in the middle. */
    static <T> double of(List<T> all, ToDoubleFunction<T> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
