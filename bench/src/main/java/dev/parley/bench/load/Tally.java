package dev.parley.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What was counted in one measurement. Written by the one thread that calls. */
public final class Tally {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;

    private final Histogram first = new Histogram(LONGEST, DIGITS);
    private final Histogram whole = new Histogram(LONGEST, DIGITS);
    private final Histogram late = new Histogram(LONGEST, DIGITS);
    private String example = "";
    private long good;
    private long refused;
    private long wrong;
    private long broken;
    private long all;
    private long nanos;
    private boolean counting;

    /** Until now nothing counts: connections open and code gets warm. */
    void begin() {
        counting = true;
        nanos = -System.nanoTime();
    }

    /** No more is asked; what is still answered counts. */
    void asked() {
        nanos += System.nanoTime();
    }

    void end() {
        counting = false;
    }

    /** Rightly. */
    void answered(long firstNanos, long wholeNanos) {
        all++;
        if (counting) {
            good++;
            first.recordValue(Math.min(firstNanos, LONGEST));
            whole.recordValue(Math.min(wholeNanos, LONGEST));
        }
    }

    void wrong(String how) {
        all++;
        if (counting) {
            wrong++;
            example = how;
        }
    }

    void refused(String how) {
        all++;
        if (counting) {
            refused++;
            example = how;
        }
    }

    void broken() {
        broken += counting ? 1 : 0;
    }

    /** By how much the caller itself was behind its plan. */
    void late(long lateNanos) {
        if (counting) {
            late.recordValue(Math.clamp(lateNanos, 0, LONGEST));
        }
    }

    /** From a request to its first byte. */
    public Histogram first() {
        return first;
    }

    /** From a request to its last byte. */
    public Histogram whole() {
        return whole;
    }

    public Histogram late() {
        return late;
    }

    public long good() {
        return good;
    }

    /** Answers of any kind, also while nothing counted. */
    public long all() {
        return all;
    }

    /** Answers of another status, answers with other bytes, and connections that broke. */
    public long bad() {
        return refused + wrong + broken;
    }

    public String trouble() {
        return refused + " refused, " + wrong + " wrong, " + broken + " broken"
                + (example.isEmpty() ? "" : ", as by " + example);
    }

    public double perSecond() {
        return good / (nanos / 1e9);
    }
}
