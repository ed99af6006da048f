/** Sound effects at ElevenLabs. */
@NullMarked
package dev.parley.adapters.elevenlabs.sound;

import org.jspecify.annotations.NullMarked;
