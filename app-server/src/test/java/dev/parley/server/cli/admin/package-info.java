/** The operator's commands, run in this process against a server that runs. */
@NullMarked
package dev.parley.server.cli.admin;

import org.jspecify.annotations.NullMarked;
