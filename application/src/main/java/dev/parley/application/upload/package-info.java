/** How what callers bring comes in, is looked at, and goes when its task has ended. */
@NullMarked
package dev.parley.application.upload;

import org.jspecify.annotations.NullMarked;
