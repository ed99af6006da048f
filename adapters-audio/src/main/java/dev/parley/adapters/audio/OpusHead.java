package dev.parley.adapters.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first packet of Opus in Ogg (RFC 7845).
 *
 * @param preSkip samples at the start that are not part of the audio
 * @param gain to apply when decoding, in 256ths of a decibel
 */
record OpusHead(int channels, int preSkip, int gain) {

    static final int RATE_HZ = 48_000;

    private static final int LENGTH = 19;
    private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAGS_MAGIC = "OpusTags".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VENDOR = "Parley".getBytes(StandardCharsets.US_ASCII);

    /** @throws IOException if it is another packet, or has more channels than two */
    static OpusHead parse(byte[] packet) throws IOException {
        if (packet.length < LENGTH || !startsWith(packet, MAGIC)) {
            throw new IOException("the Ogg does not hold Opus");
        }
        var head = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
        int channels = head.get(9);
        if (head.get(8) >> 4 != 0 || head.get(18) != 0 || channels < 1 || channels > 2) {
            throw new IOException("the Opus is neither mono nor stereo");
        }
        return new OpusHead(channels, head.getShort(10) & 0xffff, head.getShort(16));
    }

    byte[] packet() {
        var head = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) channels).putShort((short) preSkip);
        head.putInt(RATE_HZ).putShort((short) gain).put((byte) 0);
        return head.array();
    }

    /** The second packet: who encoded this, and no comments. */
    static byte[] tags() {
        var tags =
                ByteBuffer.allocate(TAGS_MAGIC.length + 4 + VENDOR.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        return tags.put(TAGS_MAGIC).putInt(VENDOR.length).put(VENDOR).putInt(0).array();
    }

    /** @throws IOException if it is another packet */
    static void checkTags(byte[] packet) throws IOException {
        if (!startsWith(packet, TAGS_MAGIC)) {
            throw new IOException("the Opus has no comment packet");
        }
    }

    private static boolean startsWith(byte[] packet, byte[] magic) {
        return packet.length >= magic.length
                && ByteBuffer.wrap(packet, 0, magic.length).equals(ByteBuffer.wrap(magic));
    }
}
