/** Tests of this package. */
@NullMarked
package dev.parley.rest.pixazo;

import org.jspecify.annotations.NullMarked;
