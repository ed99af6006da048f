/** What all kinds of requests to ElevenLabs share: how they are put, and how answers are read. */
@NullMarked
package dev.parley.adapters.elevenlabs.wire;

import org.jspecify.annotations.NullMarked;
