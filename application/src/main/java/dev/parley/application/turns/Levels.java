package dev.parley.application.turns;

import dev.parley.application.turns.TurnAudio.Level;
import java.util.OptionalDouble;

/** Brings every turn to the loudness of the first one that can be measured, within bounds. */
final class Levels {

    /** What is nearer than this is equally loud to a listener. */
    private static final double ALIKE_LU = 1;

    private static final double GAIN_MAX_DB = 12;

    /** -1 dB of full scale. */
    private static final double PEAK_MAX = 29_204;

    private OptionalDouble wanted = OptionalDouble.empty();

    /** The factor for a turn of this level; the first that can be measured sets the measure. */
    double factor(Level level) {
        if (wanted.isEmpty() || level.lufs().isEmpty()) {
            wanted = wanted.isEmpty() ? level.lufs() : wanted;
            return 1;
        }
        double gain = Math.clamp(wanted.getAsDouble() - level.lufs().getAsDouble(), -GAIN_MAX_DB, GAIN_MAX_DB);
        if (Math.abs(gain) < ALIKE_LU) {
            return 1;
        }
        double factor = Math.pow(10, gain / 20);
        return factor <= 1 ? factor : Math.clamp(PEAK_MAX / level.peak(), 1, factor);
    }
}
