/** Tests of recording at ElevenLabs. */
@NullMarked
package dev.parley.adapters.elevenlabs.recording;

import org.jspecify.annotations.NullMarked;
