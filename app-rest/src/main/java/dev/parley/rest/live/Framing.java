package dev.parley.rest.live;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.task.Task;

/** What a dialect makes of audio on its way. One for each answer: it may remember what came before. */
public interface Framing {

    /** Bytes for the caller; none where this piece has nothing to tell yet. */
    byte[] piece(AudioChunk chunk);

    /** The last bytes of an answer that is whole. */
    default byte[] end(Task task) {
        return new byte[0];
    }

    /** The audio as it is. */
    Framing PLAIN = AudioChunk::bytes;
}
