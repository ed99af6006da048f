/** How an order becomes a task and an answer, in every dialect that tells of tasks. */
@NullMarked
package dev.parley.rest.submit;

import org.jspecify.annotations.NullMarked;
