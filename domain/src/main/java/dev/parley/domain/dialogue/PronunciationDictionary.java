package dev.parley.domain.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * A provider's dictionary, by the provider's own ids.
 *
 * @param version the latest where null
 */
public record PronunciationDictionary(String id, @Nullable String version) {}
