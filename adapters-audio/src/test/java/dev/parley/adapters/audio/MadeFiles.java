package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Files of which every byte is known. Each has a second of audio, unless its test says otherwise. */
final class MadeFiles {

    private static final int RATE_HZ = 8000;

    private MadeFiles() {}

    static List<byte[]> all() {
        return List.of(
                wave(1, 16, 2 * RATE_HZ, 2 * RATE_HZ),
                Coded.encode(new short[44_100], AudioFormat.MP3_44100_128, 9999),
                Coded.encode(new short[48_000], AudioFormat.OPUS_48000_32, 9999),
                adts(10),
                flac(RATE_HZ, 0),
                mp4(RATE_HZ, 1, RATE_HZ),
                fragmented(),
                matroska(1000, 960));
    }

    /** @param claimed length of the data, by its head */
    static byte[] wave(int form, int bits, int claimed, int bytes) {
        var file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + claimed).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) form).putShort((short) 1).putInt(RATE_HZ).putInt(RATE_HZ * bits / 8);
        file.putShort((short) (bits / 8)).putShort((short) bits);
        file.put(ascii("data")).putInt(claimed);
        return file.array();
    }

    /** Frames of 1,024 samples at 44,100 Hz. */
    static byte[] adts(int frames) {
        var file = ByteBuffer.allocate(20 * frames);
        for (int i = 0; i < frames; i++) {
            file.put(hex("fff15080028ffc")).put(new byte[13]);
        }
        return file.array();
    }

    /** @param claimed samples, by the head; the only frame is the tenth of 800 samples */
    static byte[] flac(int rateHz, long claimed) {
        var file = ByteBuffer.allocate(42 + 24);
        file.put(ascii("fLaC")).putInt(0x80000022);
        file.putShort((short) 800).putShort((short) 800).putInt(0).putShort((short) 0);
        file.putLong((long) rateHz << 44 | 15L << 36 | claimed).put(new byte[16]);
        byte[] head = hex("fff8700809031f");
        file.put(head).put((byte) crc8(head));
        return file.array();
    }

    static byte[] mp4(int count, int delta, int scale) {
        return Coded.join(box("ftyp", ascii("M4A \0\0\0\0")), box("moov", track(count, delta, scale)));
    }

    /** Ten runs of a tenth of a second. */
    static byte[] fragmented() {
        byte[] extends1 = box("mvex", box("trex", ints(0, 1, 1, RATE_HZ / 10, 0, 0)));
        byte[] run = box("moof", box("traf", box("tfhd", ints(0, 1)), box("trun", ints(0, 1))));
        byte[] runs = Coded.join(run, run, run, run, run, run, run, run, run, run);
        return Coded.join(box("ftyp", ascii("iso5\0\0\0\0")), box("moov", track(0, 0, RATE_HZ), extends1), runs);
    }

    static byte[] box(String type, byte[]... content) {
        byte[] all = Coded.join(content);
        return ByteBuffer.allocate(8 + all.length)
                .putInt(8 + all.length)
                .put(ascii(type))
                .put(all)
                .array();
    }

    /** @param claimed milliseconds, or 0 for no claim; a block at each 20 milliseconds, the last one at {@code last} */
    static byte[] matroska(int claimed, int last) {
        byte[] head = element("1a45dfa3", element("4282", ascii("webm")));
        byte[] claim = claimed == 0
                ? new byte[0]
                : element("4489", ByteBuffer.allocate(4).putFloat(claimed).array());
        byte[] info = element("1549a966", element("2ad7b1", hex("0f4240")), claim);
        byte[] tracks = element("1654ae6b", element("ae", element("d7", hex("01")), element("83", hex("02"))));
        byte[] blocks = element("e7", hex("00"));
        for (int at = 0; at <= last; at += 20) {
            blocks = Coded.join(
                    blocks,
                    element(
                            "a3",
                            hex("81"),
                            ByteBuffer.allocate(2).putShort((short) at).array(),
                            hex("80")));
        }
        // Of unknown length, as browsers write them.
        return Coded.join(head, hex("1853806701ffffffffffffff"), info, tracks, hex("1f43b67501ffffffffffffff"), blocks);
    }

    static byte[] element(String id, byte[]... content) {
        byte[] all = Coded.join(content);
        return Coded.join(
                hex(id), ByteBuffer.allocate(4).putInt(0x10000000 | all.length).array(), all);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] track(int count, int delta, int scale) {
        byte[] handler = box("hdlr", ints(0, 0), ascii("soun"));
        byte[] times = count == 0 ? ints(0, 0) : ints(0, 1, count, delta);
        return box(
                "trak",
                box("tkhd", ints(0, 0, 0, 1)),
                box(
                        "mdia",
                        box("mdhd", ints(0, 0, 0, scale, 0)),
                        handler,
                        box("minf", box("stbl", box("stts", times)))));
    }

    private static int crc8(byte[] bytes) {
        int crc = 0;
        for (byte value : bytes) {
            crc ^= value & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ (crc >> 7) * 7) & 0xff;
            }
        }
        return crc;
    }
}
