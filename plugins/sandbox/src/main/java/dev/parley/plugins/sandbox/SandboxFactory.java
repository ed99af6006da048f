package dev.parley.plugins.sandbox;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.InstantSource;
import java.util.Set;

/** Brings the provider {@code sandbox}. It needs no configuration, so it is always on. */
public final class SandboxFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return SandboxProvider.NAME;
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of();
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of();
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        config.values().keySet().stream().sorted().findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "'" + key + "' means nothing to the sandbox: it has no settings. Remove it.");
        });
        return new SandboxProvider(new BuiltInVoice(config.resampler()), InstantSource.system());
    }
}
