package dev.parley.domain.sound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A sound that is wanted. Has been checked against a model's {@link SoundRules}.
 *
 * @param length the model's choice where null
 * @param longest the same, or the longest that the model makes
 */
public record Sound(
        String text,
        boolean loop,
        @Nullable Duration length,
        Duration longest,
        @Nullable Double influence) {}
