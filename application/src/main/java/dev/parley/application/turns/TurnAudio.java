package dev.parley.application.turns;

import dev.parley.domain.audio.VoiceSegment;
import dev.parley.ports.audio.Loudness;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One turn's samples between whoever speaks it and whoever joins it. It holds {@value #SECONDS_MAX} seconds: whoever speaks
 * further ahead waits, and those seconds are what the turn's loudness is measured by.
 */
final class TurnAudio {

    private static final int SECONDS_MAX = 10;

    private final int samplesMax;
    private final Loudness.Meter meter;
    private final Queue<Piece> pieces = new ArrayDeque<>();
    private int waiting;
    private int measured;
    private int peak;
    private boolean restrained;
    private boolean complete;
    private boolean dropped;

    TurnAudio(int rateHz, Loudness loudness) {
        this.samplesMax = SECONDS_MAX * rateHz;
        this.meter = loudness.meter(rateHz);
    }

    /**
     * Samples, and the provider's own timings that became known with them.
     *
     * @param segments counted from the first of the turn's samples
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed from one thread to the other, never compared.
    record Piece(short[] samples, List<VoiceSegment> segments) {
        Piece {
            segments = List.copyOf(segments);
        }
    }

    /** How loud a turn is, and its largest sample, by what has been measured of it. */
    record Level(OptionalDouble lufs, int peak) {}

    /** Waits while the reader is far behind, once it is {@link #restrain}ed. Once the audio was dropped, does nothing. */
    synchronized void put(Piece piece) throws InterruptedException {
        if (dropped) {
            return;
        }
        measure(piece.samples());
        pieces.add(piece);
        waiting += piece.samples().length;
        notifyAll();
        while (waiting >= samplesMax && restrained && !dropped) {
            wait();
        }
    }

    /** From now on whoever speaks may be made to wait. */
    synchronized void restrain() {
        restrained = true;
    }

    /** There is no more. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** Nobody wants it any more, or it cannot be had: wakes both sides. */
    synchronized void drop() {
        dropped = true;
        pieces.clear();
        notifyAll();
    }

    /** The next piece; null at the end, and once dropped. */
    synchronized @Nullable Piece take() throws InterruptedException {
        while (pieces.isEmpty() && !complete && !dropped) {
            wait();
        }
        var piece = pieces.poll();
        if (piece != null) {
            waiting -= piece.samples().length;
            notifyAll();
        }
        return piece;
    }

    /** Waits until enough of the turn is there to be measured. */
    synchronized Level awaitLevel() throws InterruptedException {
        while (measured < samplesMax && !complete && !dropped) {
            wait();
        }
        return level();
    }

    /** By what is there now. */
    synchronized Level level() {
        return new Level(meter.lufs(), peak);
    }

    private void measure(short[] samples) {
        if (measured < samplesMax) {
            int more = Math.min(samples.length, samplesMax - measured);
            meter.add(Arrays.copyOf(samples, more));
            measured += more;
        }
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
    }
}
