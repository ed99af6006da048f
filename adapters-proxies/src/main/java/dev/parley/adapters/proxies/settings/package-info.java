/** What the operator sets for one reseller, checked. */
@NullMarked
package dev.parley.adapters.proxies.settings;

import org.jspecify.annotations.NullMarked;
