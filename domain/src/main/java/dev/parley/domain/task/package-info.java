/** A durable request to render, its states, and the one function that moves it between them. */
@NullMarked
package dev.parley.domain.task;

import org.jspecify.annotations.NullMarked;
