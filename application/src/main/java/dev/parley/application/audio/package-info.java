/** Links to finished audio, and its end. */
@NullMarked
package dev.parley.application.audio;

import org.jspecify.annotations.NullMarked;
