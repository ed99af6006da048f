package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Optional;

/** WAV: RIFF, and RF64 for what is larger. A head may promise more than there is: what is there counts. */
final class WaveFile {

    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int EXTENDED_BYTES = 26;
    private static final long UNKNOWN = 0xffff_ffffL;
    private static final int EXTENSIBLE = 0xfffe;
    private static final int BITS = 8;

    /** Twice what studios use: a head that claims more would make audio look shorter. */
    private static final int RATE_MAX_HZ = 768_000;

    private WaveFile() {}

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        boolean wave = (file.says(start, "RIFF") || file.says(start, "RF64")) && file.says(start + 8, "WAVE");
        double bytesPerSecond = 0;
        long at = start + 12;
        while (wave && file.has(at, CHUNK_HEADER)) {
            long length = file.u32le(at + 4);
            if (file.says(at, "fmt ") && length >= FORMAT_BYTES) {
                bytesPerSecond = bytesPerSecond(file, at + CHUNK_HEADER, length);
            }
            if (file.says(at, "data")) {
                long left = file.size() - at - CHUNK_HEADER;
                // Who wrote it as a stream could not go back and fill in the length.
                long bytes = length == 0 || length == UNKNOWN ? left : Math.min(length, left);
                return bytesPerSecond > 0
                        ? RecordedFile.lasting("audio/wav", bytes / bytesPerSecond)
                        : Optional.empty();
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return Optional.empty();
    }

    /** By the samples' own size where they have one: a head that claims more bytes a second would make audio look shorter. */
    private static double bytesPerSecond(RecordedFile file, long at, long length) throws IOException {
        int tag = file.u16le(at);
        int form = tag == EXTENSIBLE && length >= EXTENDED_BYTES ? file.u16le(at + 24) : tag;
        double frames = file.u32le(at + 4);
        if (frames > RATE_MAX_HZ) {
            return 0;
        }
        return switch (form) {
            // PCM, floating point, A-law and mu-law.
            case 1, 3, 6, 7 -> frames * file.u16le(at + 2) * Math.ceilDiv(file.u16le(at + 14), BITS);
            // ADPCM of both kinds, and GSM, which tell how many samples a block has.
            case 2, 0x11, 0x31 -> frames * file.u16le(at + 12) / Math.max(1, file.u16le(at + 18));
            default -> file.u32le(at + 8);
        };
    }
}
