package dev.parley.bench.run;

import dev.parley.bench.load.Tally;
import dev.parley.bench.machine.Times;
import dev.parley.bench.machine.Usage;

/**
 * One measurement of one target.
 *
 * @param cpuSeconds of the target, for all answers, the warming up included
 * @param residentBytes of the target, at the end
 * @param grownBytes by which that was more than before the first answer
 * @param resent requests that the upstream saw and no caller made; negative where callers were answered without it
 */
record Measured(
        double perSecond,
        Times first,
        Times whole,
        Times late,
        double cpuSeconds,
        long residentBytes,
        long grownBytes,
        long answers,
        long bad,
        String trouble,
        long resent) {

    static Measured of(Tally tally, Usage before, Usage after, long resent) {
        return new Measured(
                tally.perSecond(),
                Times.of(tally.first()),
                Times.of(tally.whole()),
                Times.of(tally.late()),
                after.cpuSeconds() - before.cpuSeconds(),
                after.residentBytes(),
                after.residentBytes() - before.residentBytes(),
                tally.all(),
                tally.bad(),
                tally.trouble(),
                resent);
    }

    double cpuMillisPerAnswer() {
        return answers == 0 || residentBytes == 0 ? Double.NaN : cpuSeconds * 1000 / answers;
    }
}
