/** Work, seen from inside. */
@NullMarked
package dev.parley.application.work;

import org.jspecify.annotations.NullMarked;
