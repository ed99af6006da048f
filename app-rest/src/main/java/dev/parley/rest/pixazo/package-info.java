/** The dialect of seeds/002. */
@NullMarked
package dev.parley.rest.pixazo;

import org.jspecify.annotations.NullMarked;
