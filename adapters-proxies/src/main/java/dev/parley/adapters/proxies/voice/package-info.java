/** ElevenLabs' public voices, which the resellers sell. */
@NullMarked
package dev.parley.adapters.proxies.voice;

import org.jspecify.annotations.NullMarked;
