/** From a caller's order to a task with a hold. */
@NullMarked
package dev.parley.application.submit;

import org.jspecify.annotations.NullMarked;
