package dev.parley.ports.audio;

import java.io.IOException;

/** Turns bytes of one format into samples, piece by piece. For one thread. */
public interface AudioDecoder {

    /** Samples at the rate of the format that have become known with these bytes; may be empty. */
    short[] decode(byte[] bytes) throws IOException;

    /**
     * The last samples.
     *
     * @throws IOException if the audio breaks off in the middle of something
     */
    short[] finish() throws IOException;
}
