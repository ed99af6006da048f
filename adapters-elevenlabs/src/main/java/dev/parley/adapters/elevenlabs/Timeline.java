package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.Piece.Timing;
import dev.parley.adapters.elevenlabs.Piece.TurnTime;
import dev.parley.domain.audio.CharacterTime;
import dev.parley.domain.audio.VoiceSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of the upstream's timings what a stream promises: in order, never going back, every character of every turn once. It
 * goes by the text, not by indexes: what was told before is dropped, what is left out gets the time between its neighbours.
 */
final class Timeline {

    /** A line may begin this much before the end of the one before it, and still not be a repetition. */
    private static final long OVERLAP_MILLIS = 250;

    private final SpokenText text;
    private final long[] starts;
    private final long[] ends;
    private final boolean[] known;
    private int reached;
    private int told;
    private long reachedMillis;
    private long lastStart;
    private long lastEnd;
    private boolean relative;

    Timeline(SpokenText text) {
        this.text = text;
        this.starts = new long[text.length()];
        this.ends = new long[text.length()];
        this.known = new boolean[text.length()];
    }

    /** How far the upstream's timings have come, in code points over all turns. */
    int reached() {
        return reached;
    }

    /** When what they have reached ends. */
    long reachedMillis() {
        return reachedMillis;
    }

    /**
     * What becomes known with this piece.
     *
     * @param audioBefore how much audio came before it, in case its times count from there
     */
    List<VoiceSegment> accept(Timing timing, long audioBefore) {
        if (timing.alignment() != null) {
            align(AlignedText.of(timing.alignment()), audioBefore);
        } else {
            timing.turns().forEach(this::spread);
        }
        return tell(reached, reachedMillis);
    }

    /** The rest, up to the end of the audio. */
    List<VoiceSegment> finish(long audioMillis) {
        return tell(text.length(), Math.max(audioMillis, lastEnd));
    }

    private void align(AlignedText piece, long audioBefore) {
        if (piece.length() == 0) {
            return;
        }
        int from = new Repetition(text, piece.characters(), reached).length();
        if (from == piece.length()) {
            return;
        }
        long later = offset(piece.starts()[from], audioBefore);
        var matching = new TextMatching(text, piece.characters());
        matching.run(from, reached, (index, at) -> {
            starts[at] = piece.starts()[index] + later;
            ends[at] = piece.ends()[index] + later;
            known[at] = true;
            reached = at + 1;
            reachedMillis = Math.max(reachedMillis, ends[at]);
        });
    }

    /** Times count from the start of the audio; but if they begin anew, from the start of their own piece. */
    private long offset(long firstStart, long audioBefore) {
        boolean beginsAnew = firstStart + OVERLAP_MILLIS < reachedMillis
                && Math.abs(firstStart + audioBefore - reachedMillis) < Math.abs(firstStart - reachedMillis);
        relative |= beginsAnew;
        return relative ? audioBefore : 0;
    }

    /** Where only turns have times, a turn's characters share its time. */
    private void spread(TurnTime time) {
        if (time.turn() < 0 || time.turn() >= text.turns() || text.turnEnd(time.turn()) <= reached) {
            return;
        }
        int start = text.turnStart(time.turn());
        int count = text.turnEnd(time.turn()) - start;
        double seconds = Math.max(0, time.end() - time.start());
        for (int i = 0; i < count; i++) {
            starts[start + i] = AlignedText.millis(time.start() + seconds * i / count);
            ends[start + i] = AlignedText.millis(time.start() + seconds * (i + 1) / count);
            known[start + i] = true;
        }
        reached = start + count;
        reachedMillis = Math.max(reachedMillis, ends[reached - 1]);
    }

    private List<VoiceSegment> tell(int until, long untilMillis) {
        fillGaps(until, untilMillis);
        List<VoiceSegment> segments = new ArrayList<>();
        while (told < until) {
            int turn = text.turnOf(told);
            int end = Math.min(until, text.turnEnd(turn));
            int first = told - text.turnStart(turn);
            List<CharacterTime> times = new ArrayList<>(end - told);
            for (; told < end; told++) {
                lastStart = Math.max(lastStart, starts[told]);
                lastEnd = Math.max(Math.max(lastEnd, lastStart), ends[told]);
                times.add(new CharacterTime(lastStart, lastEnd));
            }
            segments.add(new VoiceSegment(turn, first, times));
        }
        return segments;
    }

    /** What has no time shares the time that its neighbours leave. */
    private void fillGaps(int until, long untilMillis) {
        long left = lastEnd;
        for (int i = told; i < until; i++) {
            if (known[i]) {
                left = ends[i];
                continue;
            }
            int end = i;
            while (end < until && !known[end]) {
                end++;
            }
            long right = Math.max(left, end < until ? starts[end] : untilMillis);
            for (int j = i; j < end; j++) {
                starts[j] = left + (right - left) * (j - i) / (end - i);
                ends[j] = left + (right - left) * (j + 1 - i) / (end - i);
                known[j] = true;
            }
            left = right;
            i = end - 1;
        }
    }
}
