/** What comes in, and how much of it. */
@NullMarked
package dev.parley.application.upload;

import org.jspecify.annotations.NullMarked;
