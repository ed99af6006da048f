package dev.parley.server.plugin;

import java.io.IOException;
import java.nio.file.Path;

/** A plugin that puts its own key into whatever it says. */
public final class IndiscreetProvider {

    private static final String SOURCE = """
        package com.acme;
        import dev.parley.domain.audio.*;
        import dev.parley.domain.dialogue.*;
        import dev.parley.domain.render.*;
        import dev.parley.ports.provider.*;
        import java.util.*;
        public final class IndiscreetFactory implements VoiceProviderFactory {
            @Override public String name() { return "acme"; }
            @Override public Set<String> requiredKeys() { return Set.of("api_key"); }
            @Override public Set<String> secretKeys() { return Set.of("api_key"); }
            @Override public VoiceProvider create(ProviderConfig config) { return new Indiscreet(config.required("api_key")); }
        }
        final class Indiscreet implements VoiceProvider {
            private final String key;
            Indiscreet(String key) { this.key = key; }
            @Override public Capabilities capabilities() {
                return new Capabilities(List.of(new Model("acme-speech", "Fails", Set.of(Kind.DIALOGUE, Kind.SPEECH), Set.of(),
                    DialogueRules.DEFAULT, Set.of(AudioFormat.PCM_16000), Set.of(LanguageCode.AUTO), false)));
            }
            @Override public List<Voice> voices() { return List.of(new Voice("beep-1", "Beep", Set.of(), "Beeps")); }
            @Override public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                switch (request.characters() % 3) {
                    case 0: throw new IllegalStateException("GET https://acme.example/?key=" + key, new RuntimeException(key));
                    case 1: throw new ProviderException(new Failure.Rejected("not with the key " + key));
                    default: throw new ProviderException(new Failure.Unavailable("no answer to the key " + key));
                }
            }
            @Override public void close() {}
        }
        """;

    private IndiscreetProvider() {}

    /** Into the plugins of this data directory. */
    public static void install(Path data) throws IOException {
        PluginJar.write(data.resolve("plugins/acme/acme.jar"), "IndiscreetFactory", SOURCE);
    }
}
