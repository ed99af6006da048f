/** The provider pixazo: seeds/002 as an upstream. */
@NullMarked
package dev.parley.adapters.proxies.pixazo;

import org.jspecify.annotations.NullMarked;
