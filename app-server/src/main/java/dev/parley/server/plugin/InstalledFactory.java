package dev.parley.server.plugin;

import dev.parley.ports.provider.VoiceProviderFactory;

/**
 * A factory that was found.
 *
 * @param name its name, asked once
 * @param origin the jar or directory that it came from, for messages
 */
public record InstalledFactory(String name, VoiceProviderFactory factory, String origin) {}
