/** Everything on loopback: the sockets of these tests dial nothing else, even where the guard is broken. */
@NullMarked
package dev.parley.adapters.webhooks;

import org.jspecify.annotations.NullMarked;
