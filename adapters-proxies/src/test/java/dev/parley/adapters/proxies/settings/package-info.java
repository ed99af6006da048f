/** What operators get wrong. */
@NullMarked
package dev.parley.adapters.proxies.settings;

import org.jspecify.annotations.NullMarked;
