package dev.parley.adapters.audio;

import java.io.IOException;

/** What is known of one track of an MP4. */
final class Mp4Track {

    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int USUAL_DURATION = 0x8;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATIONS = 0x100;
    private static final int OTHER_FIELDS = 0xe00;

    private int handler;
    private double scale;
    private double units;
    private long usual;
    private long usualHere;

    void scale(long unitsPerSecond) {
        scale = unitsPerSecond;
    }

    /** The first one: inside of the media information QuickTime has another, of the data. */
    void handler(int type) {
        handler = handler == 0 ? type : handler;
    }

    boolean video() {
        return handler == Mp4Box.VIDEO;
    }

    double seconds() {
        return handler == Mp4Box.SOUND && scale > 0 ? units / scale : 0;
    }

    /** Counts of samples, and how long each of them lasts. */
    void table(RecordedFile file, long at, long end) throws IOException {
        long entries = Math.min(file.u32(at + 4), (Math.min(end, file.size()) - at - 8) / 8);
        for (long i = 0; i < entries; i++) {
            units += (double) file.u32(at + 8 + 8 * i) * file.u32(at + 12 + 8 * i);
        }
    }

    /** How long a sample of any fragment lasts that does not say so itself. */
    void usual(long duration) {
        usual = duration;
    }

    void fragment(RecordedFile file, long at) throws IOException {
        int flags = file.u24(at + 1);
        long field = at + 8 + ((flags & BASE_OFFSET) == 0 ? 0 : 8) + ((flags & DESCRIPTION) == 0 ? 0 : 4);
        usualHere = (flags & USUAL_DURATION) == 0 ? usual : file.u32(field);
    }

    /** Samples of a fragment. */
    void run(RecordedFile file, long at, long end) throws IOException {
        int flags = file.u24(at + 1);
        long count = file.u32(at + 4);
        if ((flags & DURATIONS) == 0) {
            units += (double) count * usualHere;
            return;
        }
        long first = at + 8 + ((flags & DATA_OFFSET) == 0 ? 0 : 4) + ((flags & FIRST_FLAGS) == 0 ? 0 : 4);
        int entryBytes = 4 + 4 * Integer.bitCount(flags & OTHER_FIELDS);
        long there = Math.min(count, (Math.min(end, file.size()) - first) / entryBytes);
        for (long i = 0; i < there; i++) {
            units += file.u32(first + i * entryBytes);
        }
    }
}
