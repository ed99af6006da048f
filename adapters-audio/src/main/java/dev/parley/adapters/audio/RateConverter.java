package dev.parley.adapters.audio;

import java.math.BigInteger;

/** Changes the sample rate of a signal that comes in pieces. How it is cut has no say in what comes out. For one thread. */
final class RateConverter {

    static final int RATE_MIN = 4_000;
    static final int RATE_MAX = 192_000;

    private final int up;
    private final int down;
    private final PhaseTaps taps;

    /** Input that still has a say, from {@code windowStart} on; before the first sample and after the last is silence. */
    private short[] window;

    private int windowLength;
    private long windowStart;
    private long received;
    private long made;

    /** @throws IllegalArgumentException if a rate is out of range */
    RateConverter(int fromHz, int toHz) {
        int common = BigInteger.valueOf(checked(fromHz))
                .gcd(BigInteger.valueOf(checked(toHz)))
                .intValue();
        this.up = toHz / common;
        this.down = fromHz / common;
        this.taps = new PhaseTaps(up, down);
        this.window = new short[2 * taps.reach()];
        this.windowLength = taps.reach();
        this.windowStart = -taps.reach();
    }

    /** The output that these samples complete. */
    short[] push(short[] samples) {
        if (up == down) {
            return samples.clone();
        }
        append(samples);
        received += samples.length;
        long complete = received - taps.reach();
        return complete <= 0 ? new short[0] : makeUntil(Math.ceilDiv(complete * up, down));
    }

    /** The last output: all of it together is {@code round(input * toHz / fromHz)} samples long. */
    short[] finish() {
        if (up == down) {
            return new short[0];
        }
        append(new short[taps.reach()]);
        return makeUntil((2 * received * up + down) / (2L * down));
    }

    private static int checked(int rateHz) {
        if (rateHz < RATE_MIN || rateHz > RATE_MAX) {
            throw new IllegalArgumentException(
                    "a sample rate is " + RATE_MIN + " to " + RATE_MAX + " Hz, not " + rateHz);
        }
        return rateHz;
    }

    private void append(short[] samples) {
        long firstNeeded = made * down / up - taps.reach() + 1;
        int stale = Math.clamp(firstNeeded - windowStart, 0, windowLength);
        int kept = windowLength - stale;
        short[] target = kept + samples.length <= window.length ? window : new short[kept + samples.length];
        System.arraycopy(window, stale, target, 0, kept);
        System.arraycopy(samples, 0, target, kept, samples.length);
        window = target;
        windowLength = kept + samples.length;
        windowStart += stale;
    }

    private short[] makeUntil(long end) {
        short[] output = new short[Math.toIntExact(end - made)];
        for (int i = 0; i < output.length; i++, made++) {
            long place = made * down;
            int first = (int) (place / up - windowStart) - taps.reach() + 1;
            output[i] = sum(taps.at((int) (place % up)), first);
        }
        return output;
    }

    /** Four sums side by side: one alone would wait for each addition before it could begin the next. */
    private short sum(double[] weights, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < weights.length; i += 4) {
            a += weights[i] * window[first + i];
            b += weights[i + 1] * window[first + i + 1];
            c += weights[i + 2] * window[first + i + 2];
            d += weights[i + 3] * window[first + i + 3];
        }
        double sum = Math.rint(a + b + (c + d));
        return (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
