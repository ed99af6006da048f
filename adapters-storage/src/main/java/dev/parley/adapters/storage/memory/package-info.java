/** Every store in memory: what tests of the inside run on, held to the same contracts as the database. */
@NullMarked
package dev.parley.adapters.storage.memory;

import org.jspecify.annotations.NullMarked;
