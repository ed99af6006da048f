package dev.parley.domain.voice;

import dev.parley.domain.render.Details;

/**
 * What was cloned.
 *
 * @param id the provider's
 * @param unverified whether the provider wants to be shown first that its owner has agreed
 */
public record ClonedVoice(String id, boolean unverified) implements Details {}
