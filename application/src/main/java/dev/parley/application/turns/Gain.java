package dev.parley.application.turns;

/** Makes one turn louder or softer, and never clips: where that would happen, the rest of the turn becomes softer. */
final class Gain {

    private double factor;

    Gain(double factor) {
        this.factor = factor;
    }

    short[] apply(short[] samples) {
        if (factor == 1) {
            return samples;
        }
        factor = factor > 1 ? Math.clamp(Short.MAX_VALUE / (double) Math.max(1, peak(samples)), 1, factor) : factor;
        short[] changed = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            changed[i] = (short) Math.clamp(Math.rint(samples[i] * factor), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return changed;
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
