/** Tests of this package. */
@NullMarked
package dev.parley.rest.apiin;

import org.jspecify.annotations.NullMarked;
