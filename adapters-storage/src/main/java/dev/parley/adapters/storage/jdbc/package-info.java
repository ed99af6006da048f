/** Tasks, credits and keys in tables. SQL is shared by all databases; a database adds only what it does differently. */
@NullMarked
package dev.parley.adapters.storage.jdbc;

import org.jspecify.annotations.NullMarked;
