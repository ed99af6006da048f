/** Work over a connection that goes both ways, frame by frame. */
@NullMarked
package dev.parley.domain.session;

import org.jspecify.annotations.NullMarked;
