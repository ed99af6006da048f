/** The command line: serve, demo, say. */
@NullMarked
package dev.parley.server.cli;

import org.jspecify.annotations.NullMarked;
