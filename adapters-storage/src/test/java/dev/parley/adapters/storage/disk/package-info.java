/** Files under the contract. */
@NullMarked
package dev.parley.adapters.storage.disk;

import org.jspecify.annotations.NullMarked;
