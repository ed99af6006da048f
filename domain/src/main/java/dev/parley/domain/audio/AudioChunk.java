package dev.parley.domain.audio;

import java.util.List;

/**
 * The next piece of a rendering.
 *
 * @param bytes audio in order, in the format that was asked for; may be empty when only timings are known. The reader owns
 *     the array: whoever made the chunk must not touch it again
 * @param segments timings that became known with this piece, in order of time; empty where the provider has none
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Audio is handed on, never compared: a copy per chunk would cost and give nothing.
public record AudioChunk(byte[] bytes, List<VoiceSegment> segments) {
    public AudioChunk {
        segments = List.copyOf(segments);
    }

    public static AudioChunk of(byte[] bytes) {
        return new AudioChunk(bytes, List.of());
    }
}
