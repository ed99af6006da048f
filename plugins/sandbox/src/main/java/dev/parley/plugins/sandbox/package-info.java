/** Answers every kind of request without a key, alike each time, for tests of what is built on Parley. */
@NullMarked
package dev.parley.plugins.sandbox;

import org.jspecify.annotations.NullMarked;
