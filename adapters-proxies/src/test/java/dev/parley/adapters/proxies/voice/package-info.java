/** The voices that resellers are sent. */
@NullMarked
package dev.parley.adapters.proxies.voice;

import org.jspecify.annotations.NullMarked;
