/** A scripted ElevenLabs on loopback: speaks the real contract, and misbehaves as the real one is known to. For tests only. */
@NullMarked
package dev.parley.adapters.elevenlabs.upstream;

import org.jspecify.annotations.NullMarked;
