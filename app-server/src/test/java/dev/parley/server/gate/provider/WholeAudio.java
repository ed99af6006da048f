package dev.parley.server.gate.provider;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.ports.provider.AudioStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Audio that has arrived, handed on in pieces. */
final class WholeAudio implements AudioStream {

    private static final int PIECE = 2_000;
    private static final long PAUSE_MS = 30;

    private final byte[] audio;
    private volatile boolean closed;
    private int position;

    WholeAudio(byte[] audio) {
        this.audio = audio;
    }

    @Override
    public @Nullable AudioChunk next() {
        if (closed || position == audio.length) {
            return null;
        }
        pause();
        int from = position;
        position = Math.min(audio.length, from + PIECE);
        return AudioChunk.of(Arrays.copyOfRange(audio, from, position));
    }

    /** So that there is a moment between two pieces. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
