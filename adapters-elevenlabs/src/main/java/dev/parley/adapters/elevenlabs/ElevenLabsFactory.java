package dev.parley.adapters.elevenlabs;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.InstantSource;
import java.util.Set;

/** Brings the provider {@code elevenlabs}. It is on once {@code api_key} is set. */
public final class ElevenLabsFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return ElevenLabsProvider.NAME;
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of(SettingsReader.API_KEY);
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(SettingsReader.API_KEY);
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        return new ElevenLabsProvider(SettingsReader.read(config), InstantSource.system());
    }
}
