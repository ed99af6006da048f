/** The provider apiin against its document. */
@NullMarked
package dev.parley.adapters.proxies.apiin;

import org.jspecify.annotations.NullMarked;
