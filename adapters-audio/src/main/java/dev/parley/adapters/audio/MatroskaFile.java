package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * WebM and Matroska: the head's claim, or the place of the last block of audio, whichever is later. Browsers record without a
 * claim, and without telling how long anything is, so elements are walked flat: whatever holds others is just entered.
 */
final class MatroskaFile {

    private static final int EBML = 0x1A45DFA3;
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIME_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int TRACK_TYPE = 0x83;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int VIDEO = 1;
    private static final int AUDIO = 2;
    private static final int TRACKS_MAX = 64;
    private static final double NANOS = 1e9;

    private final RecordedFile file;
    private final Set<Long> audioTracks = new HashSet<>();
    private boolean webm;
    private boolean video;
    private double scaleNanos = 1e6;
    private double claimed;
    private long trackNumber;
    private long trackType;
    private double clusterTime;
    private double last;
    private double step;

    private MatroskaFile(RecordedFile file) {
        this.file = file;
    }

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        if (!file.has(start, 4) || (int) file.u32(start) != EBML) {
            return Optional.empty();
        }
        var walk = new MatroskaFile(file);
        walk.elements(start);
        if (walk.audioTracks.isEmpty()) {
            return Optional.empty();
        }
        double seconds = Math.max(walk.claimed, walk.last + walk.step) * walk.scaleNanos / NANOS;
        String type = (walk.video ? "video/" : "audio/") + (walk.webm ? "webm" : "x-matroska");
        return RecordedFile.lasting(type, seconds);
    }

    private void elements(long start) throws IOException {
        long at = start;
        while (file.has(at, 2)) {
            int idBytes = width(file.u8(at));
            int sizeBytes = width(file.u8(at + idBytes));
            if (idBytes > 4 || sizeBytes > 8) {
                return;
            }
            int id = (int) number(at, idBytes, 0xff);
            long size = number(at + idBytes, sizeBytes, 0xff >> sizeBytes);
            long content = at + idBytes + sizeBytes;
            if (holdsOthers(id)) {
                at = content;
                continue;
            }
            element(id, content, (int) Math.min(size, 8));
            if (size > file.size() - content) {
                return;
            }
            at = content + size;
        }
    }

    private boolean holdsOthers(int id) {
        if (id == TRACK) {
            trackNumber = 0;
            trackType = 0;
        }
        return id == EBML
                || id == SEGMENT
                || id == INFO
                || id == TRACKS
                || id == TRACK
                || id == CLUSTER
                || id == BLOCK_GROUP;
    }

    private void element(int id, long at, int bytes) throws IOException {
        switch (id) {
            case DOC_TYPE -> webm = file.says(at, "webm");
            case TIME_SCALE -> scaleNanos = number(at, bytes, 0xff);
            case DURATION -> claimed = floating(at, bytes);
            case TRACK_NUMBER -> {
                trackNumber = number(at, bytes, 0xff);
                know();
            }
            case TRACK_TYPE -> {
                trackType = number(at, bytes, 0xff);
                know();
            }
            case CLUSTER_TIME -> clusterTime = number(at, bytes, 0xff);
            case SIMPLE_BLOCK, BLOCK -> block(at);
            default -> {
                // Nothing about time.
            }
        }
    }

    private void know() {
        video |= trackType == VIDEO;
        if (trackType == AUDIO && trackNumber > 0 && audioTracks.size() < TRACKS_MAX) {
            audioTracks.add(trackNumber);
        }
    }

    /** How long the last block lasts nobody says: as long as the one before. */
    private void block(long at) throws IOException {
        int bytes = width(file.u8(at));
        double time = clusterTime + (short) file.u16(at + bytes);
        if (bytes <= 8 && audioTracks.contains(number(at, bytes, 0xff >> bytes)) && time > last) {
            step = Math.min(time - last, 0.1 * NANOS / Math.max(1, scaleNanos));
            last = time;
        }
    }

    /** Of a number that tells it by its leading zeros. */
    private static int width(int first) {
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    private long number(long at, int bytes, int firstMask) throws IOException {
        long number = bytes == 0 ? 0 : file.u8(at) & firstMask;
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | file.u8(at + i);
        }
        return number;
    }

    private double floating(long at, int bytes) throws IOException {
        return bytes == 4
                ? Float.intBitsToFloat((int) file.u32(at))
                : bytes == 8 ? Double.longBitsToDouble(file.s64(at)) : 0;
    }
}
