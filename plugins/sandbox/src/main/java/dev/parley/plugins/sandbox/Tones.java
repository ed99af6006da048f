package dev.parley.plugins.sandbox;

import java.util.List;

/** One plain tone after the other, each of a known length. */
final class Tones implements Samples {

    private static final double AMPLITUDE = 8000;
    private static final int FADES_PER_SECOND = 100;

    /** Semitones above the lowest that sound well together in any order. */
    private static final int[] SCALE = {0, 2, 4, 7, 9, 12, 14, 16, 19, 21};

    private static final double LOWEST_HZ = 220;

    private final int rateHz;
    private final List<Tone> tones;
    private int tone;
    private long at;

    /** @param tones in order */
    Tones(int rateHz, List<Tone> tones) {
        this.rateHz = rateHz;
        this.tones = List.copyOf(tones);
    }

    /**
     * One of them.
     *
     * @param start first sample
     * @param end first sample that is not its own any more
     */
    record Tone(double hertz, long start, long end) {}

    /** The pitch of these words. */
    static double pitch(String words) {
        return LOWEST_HZ * Math.pow(2, SCALE[Fingerprint.choice(words, SCALE.length)] / 12.0);
    }

    @Override
    public int rateHz() {
        return rateHz;
    }

    @Override
    public short[] next(int atMost) {
        long end = tones.isEmpty() ? 0 : tones.getLast().end();
        short[] samples = new short[(int) Math.min(atMost, end - at)];
        for (int i = 0; i < samples.length; i++, at++) {
            while (tones.get(tone).end() <= at) {
                tone++;
            }
            samples[i] = sample(tones.get(tone));
        }
        return samples;
    }

    /** Begins and ends softly, lest it clicks. */
    private short sample(Tone now) {
        double fade = Math.min(1, Math.min(at - now.start(), now.end() - at) * (double) FADES_PER_SECOND / rateHz);
        return (short) (AMPLITUDE * fade * Math.sin(2 * Math.PI * now.hertz() * (at - now.start()) / rateHz));
    }
}
