/** Audio that is sent while it is made, as callers meet it. */
@NullMarked
package dev.parley.rest.live;

import org.jspecify.annotations.NullMarked;
