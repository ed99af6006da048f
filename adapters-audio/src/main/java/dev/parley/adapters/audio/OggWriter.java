package dev.parley.adapters.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Puts packets into Ogg pages as they come: the first pages of audio are short, so that a listener can start at once. */
final class OggWriter {

    /** 16 packets of 20 ms: a page has room for 255 lacing values, of which the largest packet takes 6. */
    private static final int PAGE_PACKETS_MAX = 16;

    private final int serial;
    private final List<byte[]> packets = new ArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int sequence;
    private int pagePackets = 1;
    private long granule;

    OggWriter(int serial) {
        this.serial = serial;
    }

    /** A packet with a page of its own, as headers have. */
    void header(byte[] packet) {
        packets.add(packet);
        writePage(sequence == 0 ? OggPage.FIRST : 0);
    }

    /** @param end samples up to the end of this packet */
    void packet(byte[] packet, long end) {
        packets.add(packet);
        granule = end;
        if (packets.size() == pagePackets) {
            writePage(0);
            pagePackets = Math.min(2 * pagePackets, PAGE_PACKETS_MAX);
        }
    }

    /** @param end samples up to the end of this packet, the last */
    void lastPacket(byte[] packet, long end) {
        packets.add(packet);
        granule = end;
        writePage(OggPage.LAST);
    }

    /** The pages finished since the last call. */
    byte[] take() {
        byte[] pages = written.toByteArray();
        written.reset();
        return pages;
    }

    private void writePage(int flags) {
        byte[] lacing = lacing();
        int body = packets.stream().mapToInt(packet -> packet.length).sum();
        var page = ByteBuffer.allocate(OggPage.HEADER + lacing.length + body).order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(OggReader.CAPTURE).put((byte) 0).put((byte) flags).putLong(granule);
        page.putInt(serial).putInt(sequence++).putInt(0);
        page.put((byte) lacing.length).put(lacing);
        packets.forEach(page::put);
        page.putInt(OggReader.CHECKSUM_OFFSET, OggPage.checksum(page.array()));
        written.writeBytes(page.array());
        packets.clear();
    }

    /** Each packet as so many times 255 and a rest, which may be 0. */
    private byte[] lacing() {
        var lacing = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            for (int left = packet.length; left >= 0; left -= 255) {
                lacing.write(Math.min(left, 255));
            }
        }
        return lacing.toByteArray();
    }
}
