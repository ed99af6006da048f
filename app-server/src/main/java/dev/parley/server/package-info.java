/** The gateway as one process: how it is put together, started and stopped. */
@NullMarked
package dev.parley.server;

import org.jspecify.annotations.NullMarked;
