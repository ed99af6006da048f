package dev.parley.domain.music;

import dev.parley.domain.render.Draft;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Music as a caller asked for it: nothing checked yet. {@link MusicRules#accept} makes a {@link Score} of it.
 *
 * @param prompt what it shall be like, in words; null where there is a plan
 * @param plan what it shall be like, part by part; null where there is a prompt
 * @param length of the whole, with a prompt only; the model's choice where null
 */
public record MusicDraft(
        @Nullable String prompt,
        @Nullable CompositionPlan plan,
        @Nullable Duration length,
        MusicOptions options) implements Draft {}
