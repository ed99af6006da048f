/** The queue over a database, under the contract and alone. */
@NullMarked
package dev.parley.adapters.storage.jdbc.queue;

import org.jspecify.annotations.NullMarked;
