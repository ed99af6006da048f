package dev.parley.adapters.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Known signals, and what can be measured on those that come back. */
final class Signals {

    private Signals() {}

    static short[] tone(double hertz, int rateHz, int samples, double amplitude) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) Math.rint(amplitude * 32767 * Math.sin(2 * Math.PI * hertz * i / rateHz));
        }
        return tone;
    }

    /** Noise below about a fifth of the sample rate: unlike a tone it lines up with itself in one place only. */
    static short[] noise(int rateHz, int samples, long seed) {
        var random = new Random(seed);
        double coefficient = Math.exp(-2 * Math.PI * 1500 / rateHz);
        double first = 0;
        double second = 0;
        short[] noise = new short[samples];
        for (int i = 0; i < samples; i++) {
            first += (1 - coefficient) * (random.nextGaussian() - first);
            second += (1 - coefficient) * (first - second);
            noise[i] = (short) Math.clamp(Math.rint(second * 12000), -32768, 32767);
        }
        return noise;
    }

    /** Power of the best-fitting sine of this frequency, over the power of all that it leaves unexplained, in dB. */
    static double signalToNoiseDb(short[] samples, double hertz, int rateHz, int margin) {
        double[] fit = fit(samples, hertz, rateHz, margin);
        double signal = 0;
        double noise = 0;
        for (int i = margin; i < samples.length - margin; i++) {
            double angle = 2 * Math.PI * hertz * i / rateHz;
            double sine = fit[0] * Math.cos(angle) + fit[1] * Math.sin(angle);
            signal += sine * sine;
            noise += (samples[i] - sine) * (samples[i] - sine);
        }
        return 10 * Math.log10(signal / Math.max(noise, 1e-9));
    }

    /** Amplitude of the best-fitting sine of this frequency, in dB of full scale. */
    static double levelDb(short[] samples, double hertz, int rateHz, int margin) {
        double[] fit = fit(samples, hertz, rateHz, margin);
        return 20 * Math.log10(Math.max(Math.hypot(fit[0], fit[1]), 1e-9) / 32767);
    }

    /** Root mean square of all of it, in dB of a full-scale sine. */
    static double loudnessDb(short[] samples, int margin) {
        double sum = 0;
        for (int i = margin; i < samples.length - margin; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return 10 * Math.log10(Math.max(sum / (samples.length - 2 * margin), 1e-9) * 2 / (32767.0 * 32767.0));
    }

    /** By how many samples {@code later} lags behind {@code earlier}: where they resemble each other the most. */
    static int lag(short[] earlier, short[] later, int lagMax) {
        int best = 0;
        double bestSum = Double.NEGATIVE_INFINITY;
        for (int lag = -lagMax; lag <= lagMax; lag++) {
            double sum = 0;
            for (int i = Math.max(0, -lag); i < earlier.length && i + lag < later.length; i++) {
                sum += (double) earlier[i] * later[i + lag];
            }
            if (sum > bestSum) {
                bestSum = sum;
                best = lag;
            }
        }
        return best;
    }

    static short[] join(List<short[]> pieces) {
        short[] all = new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** The samples in pieces of 0 to {@code pieceMax}. */
    static List<short[]> cut(short[] samples, int pieceMax, long seed) {
        var random = new Random(seed);
        List<short[]> pieces = new ArrayList<>();
        for (int at = 0; at < samples.length; ) {
            int length = Math.min(random.nextInt(pieceMax + 1), samples.length - at);
            pieces.add(java.util.Arrays.copyOfRange(samples, at, at + length));
            at += length;
        }
        return pieces;
    }

    private static double[] fit(short[] samples, double hertz, int rateHz, int margin) {
        double cosCos = 0;
        double cosSin = 0;
        double sinSin = 0;
        double withCos = 0;
        double withSin = 0;
        for (int i = margin; i < samples.length - margin; i++) {
            double angle = 2 * Math.PI * hertz * i / rateHz;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            cosCos += cos * cos;
            cosSin += cos * sin;
            sinSin += sin * sin;
            withCos += cos * samples[i];
            withSin += sin * samples[i];
        }
        double determinant = cosCos * sinSin - cosSin * cosSin;
        return new double[] {
            (withCos * sinSin - withSin * cosSin) / determinant, (withSin * cosCos - withCos * cosSin) / determinant
        };
    }
}
