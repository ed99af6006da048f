/** What happened, for those who asked to be told. */
@NullMarked
package dev.parley.domain.event;

import org.jspecify.annotations.NullMarked;
