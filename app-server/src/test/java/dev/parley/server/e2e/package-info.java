/** A whole gateway, called as its callers call it. */
@NullMarked
package dev.parley.server.e2e;

import org.jspecify.annotations.NullMarked;
