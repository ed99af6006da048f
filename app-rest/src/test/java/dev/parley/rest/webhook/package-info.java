/** Tests of the routes that tell of webhooks. */
@NullMarked
package dev.parley.rest.webhook;

import org.jspecify.annotations.NullMarked;
