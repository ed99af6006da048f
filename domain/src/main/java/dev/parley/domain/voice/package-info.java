/** Voices that callers make: designed by a description, or cloned from recordings; and whose they are. */
@NullMarked
package dev.parley.domain.voice;

import org.jspecify.annotations.NullMarked;
