/** Request bodies: bounded, strict about types, exact about paths. */
@NullMarked
package dev.parley.rest.json;

import org.jspecify.annotations.NullMarked;
