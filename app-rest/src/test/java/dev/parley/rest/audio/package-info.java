/** Hosted audio, as callers meet it. */
@NullMarked
package dev.parley.rest.audio;

import org.jspecify.annotations.NullMarked;
