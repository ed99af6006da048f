/** Files as strangers make them. */
@NullMarked
package dev.parley.adapters.proxies.file;

import org.jspecify.annotations.NullMarked;
