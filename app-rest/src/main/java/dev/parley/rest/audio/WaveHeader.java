package dev.parley.rest.audio;

import dev.parley.domain.audio.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What comes before PCM samples in a WAVE file. */
public final class WaveHeader {

    public static final int LENGTH = 44;

    /** Of samples whose number nobody knows yet. */
    public static final long UNKNOWN = -1;

    private static final int ENDLESS = 0xFFFFFFFF;

    private static final int FORMAT_LENGTH = 16;
    private static final short LINEAR = 1;
    private static final short CHANNELS = 1;
    private static final short SAMPLE_BYTES = 2;

    private WaveHeader() {}

    /** @param length of the samples, in bytes, or {@link #UNKNOWN}: then the header says "without end" */
    public static byte[] of(AudioFormat format, long length) {
        int told = length == UNKNOWN ? ENDLESS : Math.toIntExact(length);
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(length == UNKNOWN ? ENDLESS : Math.addExact(told, LENGTH - 8))
                .put(ascii("WAVEfmt "))
                .putInt(FORMAT_LENGTH)
                .putShort(LINEAR)
                .putShort(CHANNELS)
                .putInt(format.sampleRateHz())
                .putInt(format.sampleRateHz() * SAMPLE_BYTES)
                .putShort(SAMPLE_BYTES)
                .putShort((short) (SAMPLE_BYTES * 8))
                .put(ascii("data"))
                .putInt(told)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
