/** The release gate: a server under load, killed at random moments, and books that must add up after every kill. */
@NullMarked
package dev.parley.server.gate;

import org.jspecify.annotations.NullMarked;
