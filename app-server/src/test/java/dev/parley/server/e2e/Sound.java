package dev.parley.server.e2e;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Audio as a listener hears it. */
final class Sound {

    /** Quieter than this is silence. Of a word that begins softly, more would miss the beginning. */
    private static final double SILENT_RMS = 25;

    /** The same after a word in Opus, which lets sounds ring on. */
    private static final double SILENT_RMS_AFTER_OPUS = 90;

    private static final int WINDOW_MILLIS = 5;

    private final short[] samples;
    private final int rateHz;
    private final double silentAfter;

    private Sound(short[] samples, AudioFormat format) {
        this.samples = samples;
        this.rateHz = format.sampleRateHz();
        this.silentAfter = format.codec() == Codec.OPUS ? SILENT_RMS_AFTER_OPUS : SILENT_RMS;
    }

    static Sound decode(byte[] bytes, AudioFormat format) {
        try {
            var decoder = new StandardCodecs().decoder(format);
            var all = new ByteArrayOutputStream();
            all.writeBytes(bytes(decoder.decode(bytes)));
            all.writeBytes(bytes(decoder.finish()));
            var samples = new short[all.size() / Short.BYTES];
            ByteBuffer.wrap(all.toByteArray()).asShortBuffer().get(samples);
            return new Sound(samples, format);
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
        while (at > WINDOW_MILLIS && rms(at - WINDOW_MILLIS) < silentAfter) {
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
