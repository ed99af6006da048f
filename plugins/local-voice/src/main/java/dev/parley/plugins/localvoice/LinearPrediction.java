package dev.parley.plugins.localvoice;

import com.sun.speech.freetts.relp.LPCResult;
import com.sun.speech.freetts.util.WaveUtils;

/** Turns FreeTTS's excitation and filter coefficients into samples, without its cut to 16 bits, which wraps around. */
final class LinearPrediction {

    /** Excitation by stored byte, from -128: mu-law, where a zero byte is silence. */
    private static final float[] EXCITATION = new float[256];

    static {
        for (int i = 0; i < EXCITATION.length; i++) {
            EXCITATION[i] = WaveUtils.ulawToShort((short) (i == 128 ? 255 : i));
        }
    }

    private LinearPrediction() {}

    static float[] samples(LPCResult speech) {
        byte[] excitation = speech.getResiduals();
        int[] frameLengths = speech.getResidualSizes();
        var coefficients = new float[speech.getNumberOfChannels()];
        var samples = new float[excitation.length];
        int position = 0;
        for (int frame = 0; frame < speech.getNumberOfFrames(); frame++) {
            read(speech, frame, coefficients);
            int end = Math.min(samples.length, position + frameLengths[frame]);
            for (; position < end; position++) {
                samples[position] = EXCITATION[excitation[position] + 128] + predicted(samples, position, coefficients);
            }
        }
        return samples;
    }

    private static void read(LPCResult speech, int frame, float[] coefficients) {
        short[] stored = speech.getFrame(frame);
        double step = speech.getLPCRange() / 65535.0;
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = (float) ((stored[k] + 32768.0) * step) + speech.getLPCMin();
        }
    }

    private static float predicted(float[] samples, int position, float[] coefficients) {
        float sum = 0;
        int known = Math.min(coefficients.length, position);
        for (int k = 0; k < known; k++) {
            sum += coefficients[k] * samples[position - 1 - k];
        }
        return sum;
    }
}
