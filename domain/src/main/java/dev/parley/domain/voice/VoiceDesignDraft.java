package dev.parley.domain.voice;

import dev.parley.domain.render.Draft;

/** A voice as a caller asked for it: nothing checked yet. {@link VoiceDesignRules#accept} does. */
public record VoiceDesignDraft(VoiceDesign design) implements Draft {}
