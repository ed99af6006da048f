/** Telling others what has happened to a task. */
@NullMarked
package dev.parley.domain.webhook;

import org.jspecify.annotations.NullMarked;
