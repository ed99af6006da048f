/** Music at ElevenLabs: by a prompt or a plan, streamed or with all that is known of the song. */
@NullMarked
package dev.parley.adapters.elevenlabs.music;

import org.jspecify.annotations.NullMarked;
