package dev.parley.adapters.audio;

import java.io.IOException;

/** The head of a FLAC frame. Nothing else looks so like it by accident that all of its parts, and its checksum, fit. */
final class FlacFrame {

    /** Head and checksums of the smallest. */
    static final int SHORTEST = 8;

    private static final int SYNC = 0x3ffe;
    private static final int STEREO_CODES_MAX = 10;
    private static final int[] SAMPLE_BITS = {0, 8, 12, -1, 16, 20, 24, 32};

    private FlacFrame() {}

    /** What the head of the file says of all frames. */
    record Stream(int blockMin, int blockMax, int channels, int sampleBits) {}

    /** How many samples of the stream there are to the end of the frame that begins here; zero where none does. */
    static long end(RecordedFile file, long at, Stream stream) throws IOException {
        int bits = file.u16(at);
        int blockCode = file.u8(at + 2) >> 4;
        int rateCode = file.u8(at + 2) & 15;
        if (bits >> 2 != SYNC
                || (bits & 2) != 0
                || blockCode == 0
                || rateCode == 15
                || !fits(file.u8(at + 3), stream)) {
            return 0;
        }
        int numberBytes = numberBytes(file.u8(at + 4));
        long tail = at + 4 + numberBytes;
        int blockBytes = blockCode == 6 ? 1 : blockCode == 7 ? 2 : 0;
        int rateBytes = rateCode == 12 ? 1 : rateCode > 12 ? 2 : 0;
        long checksumAt = tail + blockBytes + rateBytes;
        if (numberBytes == 0 || !file.has(at, checksumAt - at + 1) || checksum(file, at, checksumAt) != 0) {
            return 0;
        }
        long number = number(file, at + 4, numberBytes);
        int block = block(file, tail, blockCode);
        if (number < 0 || block > stream.blockMax()) {
            return 0;
        }
        boolean numbersAreSamples = (bits & 1) == 1;
        return (numbersAreSamples ? number : number * stream.blockMin()) + block;
    }

    private static boolean fits(int code, Stream stream) {
        int channels = code >> 4;
        int sampleBits = SAMPLE_BITS[code >> 1 & 7];
        return (code & 1) == 0
                && channels <= STEREO_CODES_MAX
                && (channels < 8 ? channels + 1 : 2) == stream.channels()
                && (sampleBits == 0 || sampleBits == stream.sampleBits());
    }

    private static int block(RecordedFile file, long at, int code) throws IOException {
        return switch (code) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << (code - 2);
            case 6 -> 1 + file.u8(at);
            case 7 -> 1 + file.u16(at);
            default -> 256 << (code - 8);
        };
    }

    /** Coded as UTF-8 codes a character, and on to 36 bits. */
    private static int numberBytes(int first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return ones == 0 ? 1 : ones == 1 || ones == 8 ? 0 : ones;
    }

    private static long number(RecordedFile file, long at, int bytes) throws IOException {
        long number = bytes == 1 ? file.u8(at) : file.u8(at) & (0x7f >> bytes);
        for (int i = 1; i < bytes; i++) {
            int next = file.u8(at + i);
            if (next >> 6 != 2) {
                return -1;
            }
            number = number << 6 | (next & 0x3f);
        }
        return number;
    }

    /** CRC-8 of the head and of its own checksum: zero where that is right. */
    private static int checksum(RecordedFile file, long from, long to) throws IOException {
        int crc = 0;
        for (long at = from; at <= to; at++) {
            crc ^= file.u8(at);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ (crc >> 7) * 0x07) & 0xff;
            }
        }
        return crc;
    }
}
