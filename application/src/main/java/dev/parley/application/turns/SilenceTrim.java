package dev.parley.application.turns;

import java.util.Arrays;

/**
 * Takes silence off both ends of a turn, so that the gap between two turns is the one that was asked for. At most half a second
 * at each end: what is longer was meant. For one thread.
 */
final class SilenceTrim {

    /** -50 dB of full scale. */
    private static final int AUDIBLE = 104;

    private static final int LONGEST_MILLIS = 500;

    private final int longest;
    private boolean begun;
    private int leading;
    private short[] held = new short[0];

    SilenceTrim(int rateHz) {
        this.longest = rateHz * LONGEST_MILLIS / 1000;
    }

    /** What is certainly not silence at an end. */
    short[] push(short[] samples) {
        int from = begun ? 0 : skipLeading(samples);
        short[] known = join(held, from == 0 ? samples : Arrays.copyOfRange(samples, from, samples.length));
        int kept = Math.max(lastAudible(known) + 1, known.length - longest);
        kept = Math.max(kept, 0);
        held = Arrays.copyOfRange(known, kept, known.length);
        return Arrays.copyOf(known, kept);
    }

    /** How many samples were taken off the beginning so far. */
    int leading() {
        return leading;
    }

    private int skipLeading(short[] samples) {
        int from = 0;
        while (from < samples.length && leading < longest && !audible(samples[from])) {
            from++;
            leading++;
        }
        begun = from < samples.length;
        return from;
    }

    private static int lastAudible(short[] samples) {
        int last = samples.length - 1;
        while (last >= 0 && !audible(samples[last])) {
            last--;
        }
        return last;
    }

    private static boolean audible(short sample) {
        return sample >= AUDIBLE || sample <= -AUDIBLE;
    }

    private static short[] join(short[] first, short[] second) {
        if (first.length == 0) {
            return second;
        }
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
