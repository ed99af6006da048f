/** What may be asked of audio that callers bring: another voice, its stems, its words. */
@NullMarked
package dev.parley.domain.recording;

import org.jspecify.annotations.NullMarked;
