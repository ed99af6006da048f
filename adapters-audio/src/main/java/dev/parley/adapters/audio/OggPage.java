package dev.parley.adapters.audio;

import java.util.List;

/**
 * One page of an Ogg stream (RFC 3533).
 *
 * @param granule samples at 48,000 Hz up to the end of the last packet that ends here; -1 where none does
 * @param pieces packets, of which the first may be a continuation
 * @param open whether the last piece goes on in the next page
 */
record OggPage(int flags, long granule, int serial, int sequence, List<byte[]> pieces, boolean open) {

    static final int HEADER = 27;
    static final int CONTINUED = 1;
    static final int FIRST = 2;
    static final int LAST = 4;

    private static final int[] CRC = crcTable();

    boolean continued() {
        return (flags & CONTINUED) != 0;
    }

    boolean first() {
        return (flags & FIRST) != 0;
    }

    boolean last() {
        return (flags & LAST) != 0;
    }

    /** Ogg's checksum: a CRC-32 that starts at zero and takes the highest bit first. */
    static int checksum(byte[] page) {
        int crc = 0;
        for (byte value : page) {
            crc = crc << 8 ^ CRC[(crc >>> 24 ^ value) & 0xff];
        }
        return crc;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ (crc < 0 ? 0x04c11db7 : 0);
            }
            table[i] = crc;
        }
        return table;
    }
}
