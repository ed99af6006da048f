package dev.parley.server.e2e;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Audio as a listener hears it. */
record Sound(short[] samples, int rateHz) {

    /** Quieter than this is silence: encoders leave a little noise where there was none. */
    private static final double SILENT_RMS = 90;

    private static final int WINDOW_MILLIS = 5;

    static Sound decode(byte[] bytes, AudioFormat format) {
        try {
            var decoder = new StandardCodecs().decoder(format);
            var all = new ByteArrayOutputStream();
            all.writeBytes(bytes(decoder.decode(bytes)));
            all.writeBytes(bytes(decoder.finish()));
            var samples = new short[all.size() / Short.BYTES];
            ByteBuffer.wrap(all.toByteArray()).asShortBuffer().get(samples);
            return new Sound(samples, format.sampleRateHz());
        } catch (IOException e) {
            throw new AssertionError("is not " + format, e);
        }
    }

    long millis() {
        return samples.length * 1000L / rateHz;
    }

    /** When sound begins that is near this time. */
    long begins(long aboutMillis) {
        long at = Math.max(0, aboutMillis - 100);
        while (at < millis() && rms(at) < SILENT_RMS) {
            at++;
        }
        return at;
    }

    /** When sound ends that is near this time. */
    long ends(long aboutMillis) {
        long at = Math.min(millis(), aboutMillis + 100);
        while (at > WINDOW_MILLIS && rms(at - WINDOW_MILLIS) < SILENT_RMS) {
            at--;
        }
        return at;
    }

    /** Share of the samples that nobody could miss. */
    double loudness() {
        int loud = 0;
        for (short sample : samples) {
            loud += Math.abs(sample) > 1000 ? 1 : 0;
        }
        return (double) loud / samples.length;
    }

    private double rms(long fromMillis) {
        int from = (int) (fromMillis * rateHz / 1000);
        int to = Math.min(samples.length, from + WINDOW_MILLIS * rateHz / 1000);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / Math.max(1, to - from));
    }

    private static byte[] bytes(short[] samples) {
        var bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.BIG_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
