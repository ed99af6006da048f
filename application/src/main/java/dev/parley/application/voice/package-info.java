/** Voices that callers have made: whose they are, and what their owners do with them. */
@NullMarked
package dev.parley.application.voice;

import org.jspecify.annotations.NullMarked;
