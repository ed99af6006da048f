/** {@code parley admin}: the operator's work at the terminal. */
@NullMarked
package dev.parley.server.cli.admin;

import org.jspecify.annotations.NullMarked;
