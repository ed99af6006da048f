/** The contract that every provider must pass, and an upstream that misbehaves on demand. Published, for tests only. */
@NullMarked
package dev.parley.plugins.testkit;

import org.jspecify.annotations.NullMarked;
