/** From a caller's order to audio in their ears. */
@NullMarked
package dev.parley.application.stream;

import org.jspecify.annotations.NullMarked;
