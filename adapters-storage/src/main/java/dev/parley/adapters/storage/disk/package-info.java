/** Audio as files of one directory. */
@NullMarked
package dev.parley.adapters.storage.disk;

import org.jspecify.annotations.NullMarked;
