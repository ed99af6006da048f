/** What accounts have to say about who is told of their tasks, and what they can see of it. */
@NullMarked
package dev.parley.rest.webhook;

import org.jspecify.annotations.NullMarked;
