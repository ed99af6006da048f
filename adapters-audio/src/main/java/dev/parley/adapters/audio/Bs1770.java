package dev.parley.adapters.audio;

import dev.parley.ports.audio.Loudness;

/** Loudness of one channel by ITU-R BS.1770-4. */
public final class Bs1770 implements Loudness {

    @Override
    public Meter meter(int rateHz) {
        return new GatedMeter(rateHz);
    }
}
