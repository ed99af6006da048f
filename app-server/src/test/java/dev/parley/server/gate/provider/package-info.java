/** The provider that the gate's server renders with: a plugin that sees what plugins see, and talks to the gate's upstream. */
@NullMarked
package dev.parley.server.gate.provider;

import org.jspecify.annotations.NullMarked;
