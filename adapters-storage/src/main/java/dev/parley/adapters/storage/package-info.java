/** How stores are configured, and what guards their directory. */
@NullMarked
package dev.parley.adapters.storage;

import org.jspecify.annotations.NullMarked;
