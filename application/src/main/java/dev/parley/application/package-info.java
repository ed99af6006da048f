/** What every walk shares: the limits, the caller, and time. */
@NullMarked
package dev.parley.application;

import org.jspecify.annotations.NullMarked;
