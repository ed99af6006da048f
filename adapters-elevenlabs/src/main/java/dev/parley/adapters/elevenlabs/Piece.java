package dev.parley.adapters.elevenlabs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream sent next.
 *
 * @param audio may be empty
 * @param timing null where none came with it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one stage to the next.
record Piece(byte[] audio, @Nullable Timing timing) {

    /**
     * When characters are heard, as the upstream says.
     *
     * @param alignment null where it has none
     * @param turns empty where it has none
     */
    record Timing(@Nullable Alignment alignment, List<TurnTime> turns) {}

    /** In seconds. The characters are strings of any length, even halves of surrogate pairs. */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Alignment(List<String> characters, double[] starts, double[] ends) {}

    /** In seconds. */
    record TurnTime(int turn, double start, double end) {}

    /** Where pieces come from. */
    @FunctionalInterface
    interface Source {
        /** Null at the end. */
        @Nullable
        Piece next() throws java.io.IOException;
    }
}
