package dev.parley.rest.openai;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.rest.audio.WaveHeader;
import dev.parley.rest.live.Framing;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/** Samples behind a WAVE header. While they are made nobody knows how many there will be: then it says "without end". */
final class WaveFraming implements Framing {

    private final AudioFormat format;
    private final LongSupplier length;
    private boolean begun;

    /** @param length of the samples in bytes, or {@link WaveHeader#UNKNOWN}; asked with the first piece */
    WaveFraming(AudioFormat format, LongSupplier length) {
        this.format = format;
        this.length = length;
    }

    @Override
    public byte[] piece(AudioChunk chunk) {
        if (begun || chunk.bytes().length == 0) {
            return chunk.bytes();
        }
        begun = true;
        byte[] header = WaveHeader.of(format, length.getAsLong());
        return ByteBuffer.allocate(header.length + chunk.bytes().length)
                .put(header)
                .put(chunk.bytes())
                .array();
    }
}
