/** The memory stores under the contracts. */
@NullMarked
package dev.parley.adapters.storage.memory;

import org.jspecify.annotations.NullMarked;
