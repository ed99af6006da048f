package dev.parley.bench.machine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several measurements. */
public final class Median {

    private Median() {}

    /** Of an even count, the mean of the two in the middle; of none, not a number. */
    public static <T> double of(List<T> all, ToDoubleFunction<T> figure) {
        double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[middle]) / 2;
    }
}
