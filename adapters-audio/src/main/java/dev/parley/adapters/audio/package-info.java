/** Encoders, decoders, sample rate conversion and transcoding behind the audio port. */
@NullMarked
package dev.parley.adapters.audio;

import org.jspecify.annotations.NullMarked;
