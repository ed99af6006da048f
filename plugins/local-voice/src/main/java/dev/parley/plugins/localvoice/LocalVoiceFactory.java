package dev.parley.plugins.localvoice;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.InstantSource;
import java.util.Set;

/** Brings the provider {@code local}. It needs no configuration, so it is always on. */
public final class LocalVoiceFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return "local";
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
                    "'" + key + "' means nothing to the local voice: it has no settings. Remove it.");
        });
        var engines = new EnginePool(Runtime.getRuntime().availableProcessors());
        engines.preload();
        return new LocalVoiceProvider(engines, config.resampler(), InstantSource.system());
    }
}
