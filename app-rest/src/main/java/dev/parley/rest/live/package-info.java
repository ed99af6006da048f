/** Audio that is sent while it is made: any dialect brings the {@link dev.parley.rest.live.Framing} of its own. */
@NullMarked
package dev.parley.rest.live;

import org.jspecify.annotations.NullMarked;
