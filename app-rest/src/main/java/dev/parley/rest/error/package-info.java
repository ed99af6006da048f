/** Every answer that is not a success, in the words of seeds/000. */
@NullMarked
package dev.parley.rest.error;

import org.jspecify.annotations.NullMarked;
