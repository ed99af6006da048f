package dev.parley.adapters.proxies.file;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The first frame of MPEG layer III.
 *
 * @param bytes of the frame
 */
record Mp3Head(int rateHz, int bitrateKbps, int bytes) {

    private static final int TAG_MAX = 16 << 20;
    private static final int[] RATES_HZ = {44_100, 48_000, 32_000};
    private static final int[] BITRATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] BITRATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    /**
     * Ours that is nearest to what the file is. A tag before it is left out.
     *
     * @throws UnfitFileException if it is no MP3
     */
    static AudioFormat format(FileHead file) throws IOException {
        skipTag(file);
        Mp3Head first = parse(file.peek(4), 0);
        byte[] frame = file.peek(first.bytes() + 4);
        if (frame.length == first.bytes() + 4) {
            parse(frame, first.bytes()); // One frame may be an accident; two in a row are not.
        }
        return Arrays.stream(AudioFormat.values())
                .filter(format -> format.codec() == Codec.MP3)
                .min(Comparator.comparingInt((AudioFormat format) -> Math.abs(format.sampleRateHz() - first.rateHz()))
                        .thenComparingInt(format -> Math.abs(format.bitrateKbps() - first.bitrateKbps())))
                .orElseThrow();
    }

    private static void skipTag(FileHead file) throws IOException {
        while (file.says(0, "ID3")) {
            byte[] tag = file.readFully(10);
            long length = 0;
            for (int i = 6; i < 10; i++) {
                length = (length << 7) | (tag[i] & 0x7F);
            }
            if (length > TAG_MAX) {
                throw unfit();
            }
            boolean footer = (tag[5] & 0x10) != 0;
            file.skip(length + (footer ? 10 : 0));
        }
    }

    private static Mp3Head parse(byte[] bytes, int at) throws UnfitFileException {
        if (bytes.length < at + 4 || (bytes[at] & 0xFF) != 0xFF || (bytes[at + 1] & 0xE0) != 0xE0) {
            throw unfit();
        }
        int version = bytes[at + 1] >> 3 & 3;
        int layer = bytes[at + 1] >> 1 & 3;
        int bitrate = bytes[at + 2] >> 4 & 15;
        int rate = bytes[at + 2] >> 2 & 3;
        if (version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            throw unfit();
        }
        boolean first = version == 3;
        int rateHz = RATES_HZ[rate] / (first ? 1 : version == 2 ? 2 : 4);
        int kbps = first ? BITRATES_1[bitrate] : BITRATES_2[bitrate];
        int padding = bytes[at + 2] >> 1 & 1;
        return new Mp3Head(rateHz, kbps, (first ? 144 : 72) * 1000 * kbps / rateHz + padding);
    }

    private static UnfitFileException unfit() {
        return new UnfitFileException("is no audio that is known: neither MP3 nor WAV nor Ogg Opus");
    }
}
