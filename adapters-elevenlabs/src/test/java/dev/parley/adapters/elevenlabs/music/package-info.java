/** Tests of music at ElevenLabs. */
@NullMarked
package dev.parley.adapters.elevenlabs.music;

import org.jspecify.annotations.NullMarked;
