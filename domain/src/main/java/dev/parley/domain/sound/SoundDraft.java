package dev.parley.domain.sound;

import dev.parley.domain.render.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A sound as a caller asked for it: nothing checked yet. {@link SoundRules#accept} makes a {@link Sound} of it.
 *
 * @param text what is to be heard, in words
 * @param loop whether its end goes over into its beginning
 * @param seconds its length; the model's choice where null
 * @param influence 0 to 1: how closely it keeps to the words; the model's own where null
 */
public record SoundDraft(
        String text,
        boolean loop,
        @Nullable Double seconds,
        @Nullable Double influence) implements Draft {}
