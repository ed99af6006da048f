package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Optional;

/** Opus and Vorbis in Ogg, by the places that the pages tell. Streams may follow one another in one file: all of them count. */
final class OggFile {

    private final RecordedFile file;
    private long serial = -1;
    private double rateHz;
    private long skip;
    private long last;
    private double seconds;

    private OggFile(RecordedFile file) {
        this.file = file;
    }

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        return file.says(start, "OggS")
                ? RecordedFile.lasting("audio/ogg", new OggFile(file).walk(start))
                : Optional.empty();
    }

    private double walk(long start) throws IOException {
        long at = start;
        while (file.has(at, OggPage.HEADER)) {
            if (!file.says(at, "OggS")) {
                at++; // Damaged: on to the next page.
                continue;
            }
            int segments = file.u8(at + OggPage.HEADER - 1);
            long body = at + OggPage.HEADER + segments;
            page(at, body);
            at = body;
            for (int i = 0; i < segments; i++) {
                at += file.u8(body - segments + i);
            }
        }
        endStream();
        return seconds;
    }

    private void page(long at, long body) throws IOException {
        if ((file.u8(at + 5) & OggPage.FIRST) != 0) {
            begin(file.u32le(at + 14), body);
        } else if (file.u32le(at + 14) == serial) {
            last = Math.max(last, file.s64le(at + 6));
        }
    }

    private void begin(long newSerial, long head) throws IOException {
        boolean opus = file.says(head, "OpusHead");
        if (opus || file.says(head, "\001vorbis")) {
            endStream();
            serial = newSerial;
            rateHz = opus ? OpusHead.RATE_HZ : file.u32le(head + 12);
            skip = opus ? file.u16le(head + 10) : 0;
        }
    }

    private void endStream() {
        if (rateHz > 0 && last > skip) {
            seconds += (last - skip) / rateHz;
        }
        last = 0;
    }
}
