/** Request bodies. */
@NullMarked
package dev.parley.rest.json;

import org.jspecify.annotations.NullMarked;
