/** Who is let in, from where, and how often. */
@NullMarked
package dev.parley.application.access;

import org.jspecify.annotations.NullMarked;
