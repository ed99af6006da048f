/** The queue over db-scheduler: it keeps leases and timers, and nothing that could not be made again from the tasks. */
@NullMarked
package dev.parley.adapters.storage.jdbc.queue;

import org.jspecify.annotations.NullMarked;
