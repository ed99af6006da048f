package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Set;

/** The smallest provider that keeps every clause. */
public final class ToneFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of("api_key");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("api_key");
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        config.required("api_key");
        for (String key : config.values().keySet()) {
            if (!requiredKeys().contains(key)) {
                throw new IllegalArgumentException("'" + key + "' is not known; remove it");
            }
        }
        return new ToneProvider();
    }
}
