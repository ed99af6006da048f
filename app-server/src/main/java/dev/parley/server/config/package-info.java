/** What the operator can set. */
@NullMarked
package dev.parley.server.config;

import org.jspecify.annotations.NullMarked;
