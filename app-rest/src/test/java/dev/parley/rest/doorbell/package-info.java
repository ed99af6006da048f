/** Upstreams at the door. */
@NullMarked
package dev.parley.rest.doorbell;

import org.jspecify.annotations.NullMarked;
