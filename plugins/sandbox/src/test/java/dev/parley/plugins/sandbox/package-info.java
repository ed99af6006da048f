/** What the sandbox answers. */
@NullMarked
package dev.parley.plugins.sandbox;

import org.jspecify.annotations.NullMarked;
