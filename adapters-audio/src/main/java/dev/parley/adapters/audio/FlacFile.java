package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Optional;

/** FLAC. Its head says how many samples there are; the last frame says where it stands. The larger counts. */
final class FlacFile {

    private static final int STREAM_INFO_AT = 8;
    private static final int STREAM_INFO_BYTES = 34;

    private FlacFile() {}

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        long info = start + STREAM_INFO_AT;
        if (!file.says(start, "fLaC") || !file.has(info, STREAM_INFO_BYTES) || (file.u8(start + 4) & 0x7f) != 0) {
            return Optional.empty();
        }
        int rateHz = file.u24(info + 10) >> 4;
        if (rateHz == 0) {
            return Optional.empty();
        }
        long claimed = (file.u8(info + 13) & 15L) << 32 | file.u32(info + 14);
        var stream = new FlacFrame.Stream(
                file.u16(info),
                file.u16(info + 2),
                1 + (file.u8(info + 12) >> 1 & 7),
                1 + (file.u16(info + 12) >> 4 & 31));
        long counted = lastSample(file, info + STREAM_INFO_BYTES, stream);
        return RecordedFile.lasting("audio/flac", (double) Math.max(claimed, counted) / rateHz);
    }

    /** From the end backwards, where the last frame is soon found. */
    private static long lastSample(RecordedFile file, long first, FlacFrame.Stream stream) throws IOException {
        for (long at = file.size() - FlacFrame.SHORTEST; at >= first; at--) {
            if (file.u8(at) == 0xff) {
                long end = FlacFrame.end(file, at, stream);
                if (end > 0) {
                    return end;
                }
            }
        }
        return 0;
    }
}
