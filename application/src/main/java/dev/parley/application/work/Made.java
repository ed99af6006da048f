package dev.parley.application.work;

import dev.parley.domain.render.Details;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rendering at its end.
 *
 * @param length of the audio, as measured; zero where its price does not depend on it
 */
public record Made(Duration length, @Nullable Details details) {}
