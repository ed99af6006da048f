/** An upstream that answers at once, or as slowly as it is told to. */
@NullMarked
package dev.parley.bench.stub;

import org.jspecify.annotations.NullMarked;
