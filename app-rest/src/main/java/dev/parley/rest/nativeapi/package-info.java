/** The native dialect: the routes and shapes of seeds/000, and what Parley adds to them. */
@NullMarked
package dev.parley.rest.nativeapi;

import org.jspecify.annotations.NullMarked;
