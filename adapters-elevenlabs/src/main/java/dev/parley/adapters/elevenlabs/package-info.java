/** ElevenLabs as an upstream: a provider plugin like any other, found by ServiceLoader. */
@NullMarked
package dev.parley.adapters.elevenlabs;

import org.jspecify.annotations.NullMarked;
