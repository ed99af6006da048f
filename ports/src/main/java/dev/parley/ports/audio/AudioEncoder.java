package dev.parley.ports.audio;

/** Turns samples into bytes of one format, piece by piece. For one thread. */
public interface AudioEncoder {

    /** @param samples at the rate of the format
     * @return bytes that are ready; may be empty */
    byte[] encode(short[] samples);

    /** The last bytes; with what came before they are a whole audio. */
    byte[] finish();

    /** How much later a decoder plays a sample than its place in the input says. */
    long delayMillis();
}
