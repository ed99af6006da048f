/** OpenAI's speech: {@code /v1/audio/speech}, its voices, and its errors under {@code /v1/audio}. */
@NullMarked
package dev.parley.rest.openai;

import org.jspecify.annotations.NullMarked;
