/** The resellers on loopback, by script: each written from its document alone. */
@NullMarked
package dev.parley.adapters.proxies.upstream;

import org.jspecify.annotations.NullMarked;
