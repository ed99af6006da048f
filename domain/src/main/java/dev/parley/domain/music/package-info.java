/** Music: what a caller may ask for, by a prompt or by a plan, and what is known of a finished song. */
@NullMarked
package dev.parley.domain.music;

import org.jspecify.annotations.NullMarked;
