/** From a task to stored audio. */
@NullMarked
package dev.parley.application.work;

import org.jspecify.annotations.NullMarked;
