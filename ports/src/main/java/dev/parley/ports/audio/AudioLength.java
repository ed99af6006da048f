package dev.parley.ports.audio;

import dev.parley.domain.audio.AudioFormat;
import java.time.Duration;

/** Measures audio while it flows by. */
@FunctionalInterface
public interface AudioLength {

    /** A new meter for audio of this format. */
    Meter meter(AudioFormat format);

    /** Measures one audio, piece by piece. Changed by one thread, may be read by any. */
    interface Meter {
        void add(byte[] bytes);

        /** How much has gone by. */
        Duration length();
    }
}
