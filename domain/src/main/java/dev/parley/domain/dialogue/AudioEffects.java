package dev.parley.domain.dialogue;

import org.jspecify.annotations.Nullable;

/** Room and background that a provider may lay around a voice, by the provider's own ids; null where nothing was asked. */
public record AudioEffects(
        @Nullable String filterPreset,
        @Nullable Double distance,
        @Nullable String environment,
        @Nullable String backgroundNoise,
        @Nullable Double sendLevel,
        @Nullable Double pan,
        @Nullable Long seed) {}
