package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Optional;

/** AAC in ADTS frames, which are counted. */
final class AdtsFile {

    private static final int HEADER = 7;
    private static final int FRAME_SAMPLES = 1024;
    private static final int[] RATES_HZ = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private AdtsFile() {}

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        int first = frameBytes(file, start);
        if (first == 0 || (file.has(start + first, HEADER) && frameBytes(file, start + first) == 0)) {
            return Optional.empty();
        }
        double seconds = 0;
        long at = start;
        while (file.has(at, HEADER)) {
            int bytes = frameBytes(file, at);
            if (bytes == 0 || !file.has(at, bytes)) {
                at++; // Damaged, or a tag: on to the next frame.
                continue;
            }
            int blocks = 1 + (file.u8(at + 6) & 3);
            seconds += (double) blocks * FRAME_SAMPLES / RATES_HZ[rate(file, at)];
            at += bytes;
        }
        return RecordedFile.lasting("audio/aac", seconds);
    }

    /** Zero where no frame begins. */
    private static int frameBytes(RecordedFile file, long at) throws IOException {
        boolean frame = file.has(at, HEADER) && (file.u16(at) & 0xfff6) == 0xfff0 && rate(file, at) < RATES_HZ.length;
        int bytes = file.u24(at + 3) >> 5 & 0x1fff;
        return frame && bytes >= HEADER ? bytes : 0;
    }

    private static int rate(RecordedFile file, long at) throws IOException {
        return file.u8(at + 2) >> 2 & 15;
    }
}
