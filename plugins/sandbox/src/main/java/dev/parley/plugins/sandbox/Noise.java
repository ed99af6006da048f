package dev.parley.plugins.sandbox;

import dev.parley.domain.sound.SoundRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;

/** A breath of noise, of a colour that its words decide. */
final class Noise implements Samples {

    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final double AMPLITUDE = 12_000;
    private static final double FADE_SECONDS = 0.01;

    private final int rateHz;
    private final long count;
    private final boolean loop;
    private final double colour;
    private final SplittableRandom random;
    private double last;
    private long at;

    private Noise(int rateHz, long count, boolean loop, String words) {
        this.rateHz = rateHz;
        this.count = count;
        this.loop = loop;
        this.colour = 0.1 + Fingerprint.choice(words, 9) / 10.0;
        this.random = new SplittableRandom(Fingerprint.number(words));
    }

    static Noise of(SoundRequest request) {
        var sound = request.sound();
        int rateHz = request.format().sampleRateHz();
        var length = Objects.requireNonNullElse(sound.length(), USUAL);
        return new Noise(rateHz, Math.round(length.toMillis() * (rateHz / 1000.0)), sound.loop(), sound.text());
    }

    @Override
    public int rateHz() {
        return rateHz;
    }

    @Override
    public short[] next(int atMost) {
        short[] samples = new short[(int) Math.min(atMost, count - at)];
        for (int i = 0; i < samples.length; i++, at++) {
            last += colour * (random.nextDouble(-AMPLITUDE, AMPLITUDE) - last);
            // What is repeated must not pause between.
            double fade = loop ? 1 : Math.min(1, Math.min(at, count - at) / (FADE_SECONDS * rateHz));
            samples[i] = (short) (last * fade);
        }
        return samples;
    }
}
