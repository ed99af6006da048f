/** Tests of codecs and sample rate conversion. */
@NullMarked
package dev.parley.adapters.audio;

import org.jspecify.annotations.NullMarked;
