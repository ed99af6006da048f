/** Dialogue on providers that only have single-voice speech: spoken turn by turn, and joined. */
@NullMarked
package dev.parley.application.turns;

import org.jspecify.annotations.NullMarked;
