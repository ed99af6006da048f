package dev.parley.plugins.testkit;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** Real audio for scripted upstreams, so that no test needs a recording. */
public final class TestAudio {

    private static final int AMPLITUDE = 8000;

    private TestAudio() {}

    /** A whole audio of this format: an even tone of 440 Hz. */
    public static byte[] tone(AudioFormat format, Duration length) {
        var encoder = new StandardCodecs().encoder(format);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(encoder.encode(samples(format.sampleRateHz(), length)));
        bytes.writeBytes(encoder.finish());
        return bytes.toByteArray();
    }

    private static short[] samples(int rateHz, Duration length) {
        short[] samples = new short[Math.toIntExact(length.toMillis() * rateHz / 1000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (AMPLITUDE * Math.sin(2 * Math.PI * 440 * i / rateHz));
        }
        return samples;
    }
}
