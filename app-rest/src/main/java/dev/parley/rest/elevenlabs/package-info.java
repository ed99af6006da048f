/** The ElevenLabs dialect: its paths, its JSON and its errors, so that an app written for it changes base URL and key alone. */
@NullMarked
package dev.parley.rest.elevenlabs;

import org.jspecify.annotations.NullMarked;
