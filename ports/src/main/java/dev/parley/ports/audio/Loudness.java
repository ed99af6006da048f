package dev.parley.ports.audio;

import java.util.OptionalDouble;

/** Tells how loud audio is to a listener, as opposed to how large its samples are. */
@FunctionalInterface
public interface Loudness {

    /** A new meter for samples at this rate. */
    Meter meter(int rateHz);

    /** Measures one audio, piece by piece. For one thread. */
    interface Meter {
        void add(short[] samples);

        /**
         * Integrated loudness by ITU-R BS.1770-4 of what was added, in LUFS, its gates applied: silence and pauses do not count.
         * Empty where nothing was long and loud enough to be measured.
         */
        OptionalDouble lufs();
    }
}
