package dev.parley.plugins.localvoice;

import java.util.Map;

/**
 * What the engine said.
 *
 * @param samples at {@link Engine#SAMPLE_RATE_HZ}, 16-bit scale, may exceed it
 * @param heard when each word was spoken, by its index; a word without sound is missing
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the engine to the speaker, never compared.
record Recording(float[] samples, Map<Integer, Span> heard) {

    /** In seconds. */
    record Span(double start, double end) {}
}
