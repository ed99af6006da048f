/** Finds provider plugins, keeps them apart from the gateway and from each other, and makes providers of them. */
@NullMarked
package dev.parley.server.plugin;

import org.jspecify.annotations.NullMarked;
