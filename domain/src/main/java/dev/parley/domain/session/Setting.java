package dev.parley.domain.session;

/** A setting of a session by its name in ElevenLabs' query, as {@code inactivity_timeout}; a name may come more than once. */
public record Setting(String name, String value) {}
