/** Who asks. */
@NullMarked
package dev.parley.rest.auth;

import org.jspecify.annotations.NullMarked;
