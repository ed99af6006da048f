/** Audio as data: formats, chunks, timings, and where stored audio lies. Seen by plugins. */
@NullMarked
package dev.parley.domain.audio;

import org.jspecify.annotations.NullMarked;
