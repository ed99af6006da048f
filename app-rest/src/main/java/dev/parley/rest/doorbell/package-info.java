/** Where upstreams say that a job is done: {@code /doorbells}. */
@NullMarked
package dev.parley.rest.doorbell;

import org.jspecify.annotations.NullMarked;
