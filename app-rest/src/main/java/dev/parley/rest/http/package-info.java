/** What every route shares: request ids, health, warnings. */
@NullMarked
package dev.parley.rest.http;

import org.jspecify.annotations.NullMarked;
