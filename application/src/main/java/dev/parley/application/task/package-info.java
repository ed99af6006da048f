/** Reading, watching, cancelling and moving tasks. */
@NullMarked
package dev.parley.application.task;

import org.jspecify.annotations.NullMarked;
