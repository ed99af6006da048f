package dev.parley.bench.run;

import dev.parley.bench.load.Tally;
import org.HdrHistogram.Histogram;

/**
 * One measurement of one target.
 *
 * @param cpuSeconds of the target, for all answers, the warming up included
 * @param residentBytes of the target, at the end
 * @param resent requests that the upstream saw and no caller made; negative where callers were answered without it
 */
record Measured(
        double perSecond,
        Times first,
        Times whole,
        Times late,
        double cpuSeconds,
        long residentBytes,
        long answers,
        long bad,
        String trouble,
        long resent) {

    /** Of a histogram, in milliseconds. */
    record Times(double p50, double p90, double p99, double max) {

        static Times of(Histogram histogram) {
            return new Times(
                    millis(histogram, 50), millis(histogram, 90), millis(histogram, 99), millis(histogram, 100));
        }

        private static double millis(Histogram histogram, double percentile) {
            return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1e6;
        }
    }

    static Measured of(Tally tally, double cpuSeconds, long residentBytes, long resent) {
        return new Measured(
                tally.perSecond(),
                Times.of(tally.first()),
                Times.of(tally.whole()),
                Times.of(tally.late()),
                cpuSeconds,
                residentBytes,
                tally.all(),
                tally.bad(),
                tally.trouble(),
                resent);
    }

    double cpuMillisPerAnswer() {
        return answers == 0 ? Double.NaN : cpuSeconds * 1000 / answers;
    }
}
