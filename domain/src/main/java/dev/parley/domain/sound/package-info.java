/** Sound effects: what a caller may ask for. */
@NullMarked
package dev.parley.domain.sound;

import org.jspecify.annotations.NullMarked;
