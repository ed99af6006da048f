package dev.parley.rest.elevenlabs;

import dev.parley.domain.audio.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What comes before PCM samples in a WAVE file. */
final class WaveHeader {

    static final int LENGTH = 44;

    private static final int FORMAT_LENGTH = 16;
    private static final short LINEAR = 1;
    private static final short CHANNELS = 1;
    private static final short SAMPLE_BYTES = 2;

    private WaveHeader() {}

    /** @param length of the samples, in bytes */
    static byte[] of(AudioFormat format, long length) {
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(Math.toIntExact(LENGTH - 8 + length))
                .put(ascii("WAVEfmt "))
                .putInt(FORMAT_LENGTH)
                .putShort(LINEAR)
                .putShort(CHANNELS)
                .putInt(format.sampleRateHz())
                .putInt(format.sampleRateHz() * SAMPLE_BYTES)
                .putShort(SAMPLE_BYTES)
                .putShort((short) (SAMPLE_BYTES * 8))
                .put(ascii("data"))
                .putInt(Math.toIntExact(length))
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
