/** OpenAI's dialect. */
@NullMarked
package dev.parley.rest.openai;

import org.jspecify.annotations.NullMarked;
