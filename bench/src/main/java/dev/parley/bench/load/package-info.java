/** Callers: what they ask, what they count. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
