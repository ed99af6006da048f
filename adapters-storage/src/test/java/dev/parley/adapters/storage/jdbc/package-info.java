/** The tables under the contracts. */
@NullMarked
package dev.parley.adapters.storage.jdbc;

import org.jspecify.annotations.NullMarked;
