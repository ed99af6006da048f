package dev.parley.plugins.localvoice;

/** How loud a stretch of speech is, and where in it the sound begins and ends. */
final class Level {

    /** 5 ms: short enough to find the start of speech, long enough for a low pitch. */
    private static final int FRAME = Engine.SAMPLE_RATE_HZ / 200;

    /** Under a hundredth of the loudest frame, what is left is breath. */
    private static final double AUDIBLE = 0.01;

    /** RMS of active speech, and the most any sample may reach: about -20 and -1 dB of full scale. */
    private static final double ACTIVE_RMS = 3300;

    private static final double PEAK_MAX = 29_000;

    private final float[] samples;
    private final double[] frames;
    private final double loudest;

    Level(float[] samples) {
        this.samples = samples;
        this.frames = frames(samples);
        double most = 0;
        for (double frame : frames) {
            most = Math.max(most, frame);
        }
        this.loudest = most;
    }

    boolean isSilent() {
        return !(loudest > 0);
    }

    /** Index of the first sample of the first audible frame. */
    int onset() {
        int frame = 0;
        while (frame < frames.length - 1 && frames[frame] < loudest * AUDIBLE) {
            frame++;
        }
        return frame * FRAME;
    }

    /** Index after the last audible frame. */
    int end() {
        int frame = frames.length - 1;
        while (frame > 0 && frames[frame] < loudest * AUDIBLE) {
            frame--;
        }
        return Math.min(samples.length, (frame + 1) * FRAME);
    }

    /** The factor that brings the speech to the level of all voices without a peak that would clip. */
    double gain() {
        return isSilent() ? 0 : Math.min(ACTIVE_RMS / activeRms(), PEAK_MAX / peak());
    }

    /** The factor that leaves room for a resampler to overshoot. */
    double headroom() {
        return isSilent() ? 0 : PEAK_MAX / 2 / peak();
    }

    private double activeRms() {
        double sum = 0;
        int active = 0;
        for (double frame : frames) {
            if (frame > loudest / 10) {
                sum += frame * frame;
                active++;
            }
        }
        return Math.sqrt(sum / active);
    }

    private double peak() {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double[] frames(float[] samples) {
        var frames = new double[(samples.length + FRAME - 1) / FRAME];
        for (int frame = 0; frame < frames.length; frame++) {
            int from = frame * FRAME;
            int to = Math.min(samples.length, from + FRAME);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += (double) samples[i] * samples[i];
            }
            frames[frame] = Math.sqrt(sum / (to - from));
        }
        return frames;
    }
}
