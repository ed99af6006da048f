package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MPEG layer III, whose frames are counted. Tags and Xing frames are none. */
final class Mp3File {

    /** How much of something else may come before the first frame. */
    private static final int JUNK_MAX = 64 * 1024;

    /** So many frames in a row are no accident. */
    private static final int ROW = 3;

    private static final int VBRI_OFFSET = 36;

    private Mp3File() {}

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        long at = start;
        while (at < start + JUNK_MAX && file.has(at, Mp3Header.LENGTH) && !row(file, at, ROW)) {
            at++;
        }
        return row(file, at, ROW) ? RecordedFile.lasting("audio/mpeg", seconds(file, at)) : Optional.empty();
    }

    private static double seconds(RecordedFile file, long start) throws IOException {
        double seconds = 0;
        long at = start;
        while (file.has(at, Mp3Header.LENGTH)) {
            var header = header(file, at);
            long afterTags = Id3.end(file, at);
            if (header != null && file.has(at, header.bytes()) && row(file, at, 2)) {
                seconds += isTag(file, at, header) ? 0 : (double) header.samples() / header.rateHz();
                at += header.bytes();
            } else if (file.says(at, "TAG")) {
                at += Id3.V1_BYTES;
            } else {
                at = afterTags > at ? afterTags : at + 1;
            }
        }
        return seconds;
    }

    /** Whether so many frames follow each other here, or fewer to the end of the file, or of its audio. */
    private static boolean row(RecordedFile file, long start, int count) throws IOException {
        long at = start;
        for (int i = 0; i < count; i++) {
            var header = header(file, at);
            if (header == null) {
                return i > 0 && (!file.has(at, Mp3Header.LENGTH) || ends(file, at));
            }
            at += header.bytes();
        }
        return true;
    }

    private static boolean ends(RecordedFile file, long at) throws IOException {
        return file.says(at, "TAG")
                || file.says(at, "ID3")
                || file.says(at, "APETAGEX")
                || file.says(at, "LYRICSBEGIN");
    }

    private static @Nullable Mp3Header header(RecordedFile file, long at) throws IOException {
        return file.has(at, Mp3Header.LENGTH) ? Mp3Header.parse((int) file.u32(at)) : null;
    }

    private static boolean isTag(RecordedFile file, long at, Mp3Header header) throws IOException {
        return file.says(at + header.tagOffset(), "Xing")
                || file.says(at + header.tagOffset(), "Info")
                || file.says(at + VBRI_OFFSET, "VBRI");
    }
}
