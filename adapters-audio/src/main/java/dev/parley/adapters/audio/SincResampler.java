package dev.parley.adapters.audio;

import dev.parley.ports.provider.Resampler;
import java.util.Arrays;

/** Sample rate conversion by a Kaiser-windowed sinc. */
public final class SincResampler implements Resampler {

    /** @throws IllegalArgumentException if a rate is out of range */
    @Override
    public short[] resample(short[] samples, int fromHz, int toHz) {
        var converter = new RateConverter(fromHz, toHz);
        short[] head = converter.push(samples);
        short[] tail = converter.finish();
        short[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
