/** Hosted audio: signed links, ranges, downloads in constant memory. */
@NullMarked
package dev.parley.rest.audio;

import org.jspecify.annotations.NullMarked;
