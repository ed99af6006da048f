/** Calls to addresses that callers choose. Internal: may change with every release. */
@NullMarked
package dev.parley.ports.webhook;

import org.jspecify.annotations.NullMarked;
