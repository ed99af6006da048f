/** What every route shares. */
@NullMarked
package dev.parley.rest.http;

import org.jspecify.annotations.NullMarked;
