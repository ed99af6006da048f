/** What must outlive a restart: tasks, credits, keys. Internal: may change with any version. */
@NullMarked
package dev.parley.ports.store;

import org.jspecify.annotations.NullMarked;
