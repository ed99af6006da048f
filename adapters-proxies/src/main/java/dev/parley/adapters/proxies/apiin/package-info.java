/** The provider apiin: seeds/001 as an upstream. */
@NullMarked
package dev.parley.adapters.proxies.apiin;

import org.jspecify.annotations.NullMarked;
