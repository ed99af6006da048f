package dev.parley.adapters.audio;

import org.jspecify.annotations.Nullable;

/**
 * The four bytes that begin an MPEG layer III frame.
 *
 * @param samples per channel in the frame
 * @param bytes of the frame, with these four
 * @param tagOffset where a frame that is no audio says {@code Xing} or {@code Info}
 */
record Mp3Header(int rateHz, int channels, int samples, int bytes, int tagOffset) {

    static final int LENGTH = 4;

    private static final int[] MPEG_1_KBPS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] MPEG_2_KBPS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] MPEG_1_HZ = {44_100, 48_000, 32_000};

    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int LAYER_3 = 1;
    private static final int MONO = 3;

    /** The header in these 32 bits; null where they are none. A frame of free bitrate does not tell its length: none. */
    static @Nullable Mp3Header parse(int bits) {
        int version = bits >> 19 & 3;
        int bitrate = bits >> 12 & 15;
        int rate = bits >> 10 & 3;
        boolean valid = bits >>> 21 == 0x7ff
                && version != 1
                && (bits >> 17 & 3) == LAYER_3
                && bitrate != 0
                && bitrate != 15
                && rate != 3;
        if (!valid) {
            return null;
        }
        boolean mpeg1 = version == MPEG_1;
        int kbps = (mpeg1 ? MPEG_1_KBPS : MPEG_2_KBPS)[bitrate];
        int rateHz = MPEG_1_HZ[rate] / (mpeg1 ? 1 : version == MPEG_2 ? 2 : 4);
        int channels = (bits >> 6 & 3) == MONO ? 1 : 2;
        int samples = mpeg1 ? 1152 : 576;
        int padding = bits >> 9 & 1;
        int checksum = (bits >> 16 & 1) == 0 ? 2 : 0;
        int sideInfo = mpeg1 ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
        return new Mp3Header(
                rateHz, channels, samples, samples / 8 * kbps * 1000 / rateHz + padding, LENGTH + checksum + sideInfo);
    }
}
