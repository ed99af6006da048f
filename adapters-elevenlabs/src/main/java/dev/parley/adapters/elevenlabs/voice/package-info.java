/** Voices that ElevenLabs makes, in its words. */
@NullMarked
package dev.parley.adapters.elevenlabs.voice;

import org.jspecify.annotations.NullMarked;
