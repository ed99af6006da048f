/**
 * The dialect of seeds/001. Its errors are those of the native dialect, of which that document has none of its own; so no
 * {@link dev.parley.rest.error.Dialect} is here.
 */
@NullMarked
package dev.parley.rest.apiin;

import org.jspecify.annotations.NullMarked;
