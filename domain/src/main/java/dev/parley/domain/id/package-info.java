/** How stored things are named. */
@NullMarked
package dev.parley.domain.id;

import org.jspecify.annotations.NullMarked;
