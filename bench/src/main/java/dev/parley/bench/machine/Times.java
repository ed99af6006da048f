package dev.parley.bench.machine;

import org.HdrHistogram.Histogram;

/** How long things took, in milliseconds. */
public record Times(double p50, double p90, double p99, double max) {

    /** @param histogram of nanoseconds */
    public static Times of(Histogram histogram) {
        return new Times(millis(histogram, 50), millis(histogram, 90), millis(histogram, 99), millis(histogram, 100));
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
