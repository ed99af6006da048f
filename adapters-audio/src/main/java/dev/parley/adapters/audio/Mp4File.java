package dev.parley.adapters.audio;

import dev.parley.ports.audio.Recordings.Recording;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** MP4, M4A and MOV: the samples of the longest audio track, in its table and in fragments. */
final class Mp4File {

    private static final int DEPTH_MAX = 8;
    private static final int TRACKS_MAX = 64;

    private final RecordedFile file;
    private final Map<Long, Mp4Track> tracks = new HashMap<>();
    private Mp4Track track = new Mp4Track();

    private Mp4File(RecordedFile file) {
        this.file = file;
    }

    static Optional<Recording> measure(RecordedFile file, long start) throws IOException {
        if (!file.says(start + 4, "ftyp")) {
            return Optional.empty();
        }
        var walk = new Mp4File(file);
        walk.boxes(start, file.size(), 0);
        boolean quickTime = file.says(start + 8, "qt  ");
        boolean video = walk.tracks.values().stream().anyMatch(Mp4Track::video);
        double seconds = walk.tracks.values().stream()
                .mapToDouble(Mp4Track::seconds)
                .max()
                .orElse(0);
        return RecordedFile.lasting(video ? quickTime ? "video/quicktime" : "video/mp4" : "audio/mp4", seconds);
    }

    /** A box is at least as long as its head, so each step goes forward. */
    private void boxes(long from, long to, int depth) throws IOException {
        long at = from;
        while (depth < DEPTH_MAX && at <= to - 8) {
            long size = file.u32(at);
            int head = size == 1 ? 16 : 8;
            if (size == 1) {
                size = file.s64(at + 8);
            }
            long end = size == 0 ? to : at + size;
            if (end < at + head) {
                return;
            }
            box((int) file.u32(at + 4), at + head, Math.min(end, to), depth);
            at = end;
        }
    }

    private void box(int type, long at, long end, int depth) throws IOException {
        switch (type) {
            case Mp4Box.MOOV, Mp4Box.MDIA, Mp4Box.MINF, Mp4Box.STBL, Mp4Box.MVEX, Mp4Box.MOOF, Mp4Box.TRAF ->
                boxes(at, end, depth + 1);
            case Mp4Box.TRAK -> {
                track = new Mp4Track();
                boxes(at, end, depth + 1);
            }
            // Tables of time are read where their track is known: its head comes before them.
            case Mp4Box.TKHD -> know(file.u32(at + (file.u8(at) == 1 ? 20 : 12)));
            case Mp4Box.MDHD -> track.scale(file.u32(at + (file.u8(at) == 1 ? 20 : 12)));
            case Mp4Box.HDLR -> track.handler((int) file.u32(at + 8));
            case Mp4Box.STTS -> track.table(file, at, end);
            case Mp4Box.TREX -> find(file.u32(at + 4)).usual(file.u32(at + 12));
            case Mp4Box.TFHD -> {
                track = find(file.u32(at + 4));
                track.fragment(file, at);
            }
            case Mp4Box.TRUN -> track.run(file, at, end);
            default -> {
                // Nothing about time.
            }
        }
    }

    private void know(long id) {
        if (tracks.size() < TRACKS_MAX) {
            tracks.putIfAbsent(id, track);
        }
    }

    private Mp4Track find(long id) {
        return tracks.getOrDefault(id, new Mp4Track());
    }
}
