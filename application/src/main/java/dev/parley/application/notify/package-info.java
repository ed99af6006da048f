/** Telling those who asked what has happened to a task. */
@NullMarked
package dev.parley.application.notify;

import org.jspecify.annotations.NullMarked;
