/** Sessions, as clients write to them. */
@NullMarked
package dev.parley.rest.session;

import org.jspecify.annotations.NullMarked;
