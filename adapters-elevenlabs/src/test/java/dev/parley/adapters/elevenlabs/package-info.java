/** Tests of the ElevenLabs adapter against a scripted upstream. */
@NullMarked
package dev.parley.adapters.elevenlabs;

import org.jspecify.annotations.NullMarked;
