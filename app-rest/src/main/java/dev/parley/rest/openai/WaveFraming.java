package dev.parley.rest.openai;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.rest.live.Framing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Samples behind a WAVE header. While they are made nobody knows how many there will be: then it says "without end". */
final class WaveFraming implements Framing {

    /** Of samples whose number is not known. */
    static final long UNKNOWN = -1;

    private static final int HEADER_BYTES = 44;
    private static final int ENDLESS = 0xFFFFFFFF;

    private final AudioFormat format;
    private final LongSupplier length;
    private boolean begun;

    /** @param length of the samples in bytes, or {@link #UNKNOWN}; asked with the first piece */
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
        byte[] header = header(format.sampleRateHz(), length.getAsLong());
        return ByteBuffer.allocate(header.length + chunk.bytes().length)
                .put(header)
                .put(chunk.bytes())
                .array();
    }

    private static byte[] header(int rateHz, long length) {
        boolean known = length != UNKNOWN;
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(known ? Math.toIntExact(length + HEADER_BYTES - 8) : ENDLESS)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rateHz)
                .putInt(2 * rateHz)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(known ? Math.toIntExact(length) : ENDLESS)
                .array();
    }
}
