/** What providers can be asked for: a closed set of requests, each with the subject that it belongs to. */
@NullMarked
package dev.parley.domain.render;

import org.jspecify.annotations.NullMarked;
