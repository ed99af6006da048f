/** The ElevenLabs dialect, as callers meet it. */
@NullMarked
package dev.parley.rest.elevenlabs;

import org.jspecify.annotations.NullMarked;
