/** One attempt, while it lasts. */
@NullMarked
package dev.parley.adapters.proxies.attempt;

import org.jspecify.annotations.NullMarked;
