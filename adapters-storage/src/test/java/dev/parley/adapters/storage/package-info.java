/** What every store must keep, whatever it is made of: one contract per noun. */
@NullMarked
package dev.parley.adapters.storage;

import org.jspecify.annotations.NullMarked;
