/** Whom the operator's routes let in, and what they do. */
@NullMarked
package dev.parley.rest.admin;

import org.jspecify.annotations.NullMarked;
