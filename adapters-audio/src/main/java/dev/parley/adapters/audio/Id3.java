package dev.parley.adapters.audio;

import java.io.IOException;

/** Tags of title and artist, which are no audio. */
final class Id3 {

    static final int V1_BYTES = 128;

    private static final int HEADER = 10;
    private static final int FOOTER_FLAG = 0x10;

    private Id3() {}

    /** Where what follows the tags at this place begins; the same place where there is none. */
    static long end(RecordedFile file, long at) throws IOException {
        long end = at;
        while (file.says(end, "ID3") && file.has(end, HEADER)) {
            long size = 0;
            for (int i = 6; i < HEADER; i++) {
                size = size << 7 | (file.u8(end + i) & 0x7f);
            }
            end += HEADER + size + ((file.u8(end + 5) & FOOTER_FLAG) == 0 ? 0 : HEADER);
        }
        return end;
    }
}
