/** The error table. */
@NullMarked
package dev.parley.rest.error;

import org.jspecify.annotations.NullMarked;
