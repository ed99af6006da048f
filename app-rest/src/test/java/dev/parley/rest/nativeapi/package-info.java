/** The native dialect, as callers meet it. */
@NullMarked
package dev.parley.rest.nativeapi;

import org.jspecify.annotations.NullMarked;
