/** The operator's routes: who may use them, and what they say. */
@NullMarked
package dev.parley.rest.admin;

import org.jspecify.annotations.NullMarked;
