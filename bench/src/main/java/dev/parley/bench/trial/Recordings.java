package dev.parley.bench.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Heads of files that say what a gateway looks for; what follows is silence. */
final class Recordings {

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int MILLIS = 1000;

    private Recordings() {}

    /** Of a WAV with so many bytes of sound, mono, 16 bits, 16 kHz. */
    static byte[] wave(int soundBytes) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(36 + soundBytes)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(SAMPLE_RATE_HZ)
                .putInt(2 * SAMPLE_RATE_HZ)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(soundBytes)
                .array();
    }

    /** All of an MP4 with one track to see and one to hear, of so many seconds. */
    static byte[] film(int seconds) {
        return joined(
                box("ftyp", "isom".getBytes(US_ASCII), numbers(0)),
                box("moov", track(1, "vide", seconds), track(2, "soun", seconds)));
    }

    private static byte[] track(int id, String handler, int seconds) {
        return box(
                "trak",
                box("tkhd", numbers(0, 0, 0, id)),
                box(
                        "mdia",
                        box("mdhd", numbers(0, 0, 0, MILLIS, seconds * MILLIS)),
                        box("hdlr", numbers(0, 0), handler.getBytes(US_ASCII)),
                        // One sample, as long as all of it.
                        box("minf", box("stbl", box("stts", numbers(0, 1, 1, seconds * MILLIS))))));
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] inside = joined(content);
        return joined(numbers(8 + inside.length), type.getBytes(US_ASCII), inside);
    }

    private static byte[] numbers(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
