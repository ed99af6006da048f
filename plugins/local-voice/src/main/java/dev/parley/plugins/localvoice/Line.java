package dev.parley.plugins.localvoice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A turn that knows how it is to be spoken.
 *
 * @param turn index in the dialogue
 * @param pause before it; the usual one where null
 */
record Line(int turn, String text, Manner manner, @Nullable Duration pause) {}
