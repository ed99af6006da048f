/** The REST edge: settings of the server and what all of its dialects share. */
@NullMarked
package dev.parley.rest;

import org.jspecify.annotations.NullMarked;
