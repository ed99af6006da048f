package dev.parley.plugins.localvoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures speech at 16 kHz the way a listener would tell voices apart: pitch, timbre, loudness. */
final class Acoustics {

    private static final int RATE_HZ = 16_000;
    private static final int FRAME = 512;
    private static final int BANDS = 24;

    private Acoustics() {}

    /** Median fundamental frequency of the voiced frames, by autocorrelation. */
    static double pitchHz(short[] samples) {
        List<Double> pitches = new ArrayList<>();
        for (short[] frame : activeFrames(samples, 1024)) {
            double pitch = voicedPitchHz(frame);
            if (pitch > 0) {
                pitches.add(pitch);
            }
        }
        return pitches.stream().sorted().skip(pitches.size() / 2).findFirst().orElse(0.0);
    }

    /** Mean level in decibels of each mel band over the active frames, relative to the mean of all bands. */
    static double[] timbre(short[] samples) {
        var mean = new double[BANDS];
        var frames = activeFrames(samples, FRAME);
        for (short[] frame : frames) {
            double[] bands = melBands(frame);
            for (int band = 0; band < BANDS; band++) {
                mean[band] += bands[band] / frames.size();
            }
        }
        double level = Arrays.stream(mean).average().orElse(0);
        return Arrays.stream(mean).map(band -> band - level).toArray();
    }

    /** Root mean square difference of two timbres, in decibels. */
    static double timbreDistance(double[] one, double[] other) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += (one[band] - other[band]) * (one[band] - other[band]);
        }
        return Math.sqrt(sum / BANDS);
    }

    static double semitones(double oneHz, double otherHz) {
        return Math.abs(12 * Math.log(oneHz / otherHz) / Math.log(2));
    }

    /** Level of the active frames in decibels of full scale. */
    static double levelDb(short[] samples) {
        double mean = activeFrames(samples, FRAME).stream()
                .mapToDouble(frame -> Math.pow(rms(frame), 2))
                .average()
                .orElse(0);
        return 10 * Math.log10(mean / (32768.0 * 32768.0));
    }

    static double rms(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    private static List<short[]> activeFrames(short[] samples, int length) {
        List<short[]> frames = new ArrayList<>();
        for (int from = 0; from + length <= samples.length; from += 160) {
            frames.add(Arrays.copyOfRange(samples, from, from + length));
        }
        double loudest = frames.stream().mapToDouble(Acoustics::rms).max().orElse(0);
        return frames.stream().filter(frame -> rms(frame) > loudest / 10).toList();
    }

    /** Zero where the frame is not clearly voiced. */
    private static double voicedPitchHz(short[] frame) {
        int shortest = RATE_HZ / 350;
        int longest = RATE_HZ / 60;
        var similar = new double[longest + 1];
        double best = 0;
        for (int lag = shortest; lag <= longest; lag++) {
            similar[lag] = similarity(frame, lag);
            best = Math.max(best, similar[lag]);
        }
        for (int lag = shortest + 1; lag < longest; lag++) {
            // The first peak almost as good as the best: a later one is an octave below.
            if (similar[lag] > 0.9 * best && similar[lag] >= similar[lag - 1] && similar[lag] >= similar[lag + 1]) {
                return best > 0.6 ? (double) RATE_HZ / lag : 0;
            }
        }
        return 0;
    }

    private static double similarity(short[] frame, int lag) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i + lag < frame.length; i++) {
            product += (double) frame[i] * frame[i + lag];
            one += (double) frame[i] * frame[i];
            other += (double) frame[i + lag] * frame[i + lag];
        }
        return product / Math.sqrt(one * other + 1);
    }

    private static double[] melBands(short[] frame) {
        double[] power = powerSpectrum(frame);
        var bands = new double[BANDS];
        double top = mel(7000);
        double bottom = mel(100);
        for (int bin = 1; bin < power.length; bin++) {
            double position = (mel((double) bin * RATE_HZ / FRAME) - bottom) / (top - bottom) * BANDS;
            if (position >= 0 && position < BANDS) {
                bands[(int) position] += power[bin];
            }
        }
        return Arrays.stream(bands).map(band -> 10 * Math.log10(band + 1)).toArray();
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static double[] powerSpectrum(short[] frame) {
        var re = new double[FRAME];
        var im = new double[FRAME];
        for (int i = 0; i < FRAME; i++) {
            int reversed = Integer.reverse(i) >>> (32 - Integer.numberOfTrailingZeros(FRAME));
            re[reversed] = frame[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME));
        }
        for (int half = 1; half < FRAME; half *= 2) {
            for (int k = 0; k < FRAME; k++) {
                if ((k & half) == 0) {
                    butterfly(re, im, k, half);
                }
            }
        }
        var power = new double[FRAME / 2];
        Arrays.setAll(power, bin -> re[bin] * re[bin] + im[bin] * im[bin]);
        return power;
    }

    private static void butterfly(double[] re, double[] im, int k, int half) {
        double angle = -Math.PI * (k & (half - 1)) / half;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double real = re[k + half] * cos - im[k + half] * sin;
        double imaginary = re[k + half] * sin + im[k + half] * cos;
        re[k + half] = re[k] - real;
        im[k + half] = im[k] - imaginary;
        re[k] += real;
        im[k] += imaginary;
    }
}
