/** The provider pixazo against its document. */
@NullMarked
package dev.parley.adapters.proxies.pixazo;

import org.jspecify.annotations.NullMarked;
