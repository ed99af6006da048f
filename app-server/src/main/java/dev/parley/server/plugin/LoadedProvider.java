package dev.parley.server.plugin;

import dev.parley.ports.provider.VoiceProvider;

/** A provider that is on. */
public record LoadedProvider(String name, VoiceProvider provider) {}
