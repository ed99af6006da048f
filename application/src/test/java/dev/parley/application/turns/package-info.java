/** Dialogue on a provider that only has single-voice speech. */
@NullMarked
package dev.parley.application.turns;

import org.jspecify.annotations.NullMarked;
