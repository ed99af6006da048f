package dev.parley.server.plugin;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Set;

/** Runs a plugin's factory with the plugin's class loader as the thread's. */
record ClassLoaderSafeFactory(VoiceProviderFactory factory, ClassLoader classes) implements VoiceProviderFactory {

    @Override
    public String name() {
        try (var _ = ContextClasses.of(classes)) {
            return factory.name();
        }
    }

    @Override
    public Set<String> requiredKeys() {
        try (var _ = ContextClasses.of(classes)) {
            return factory.requiredKeys();
        }
    }

    @Override
    public Set<String> secretKeys() {
        try (var _ = ContextClasses.of(classes)) {
            return factory.secretKeys();
        }
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        try (var _ = ContextClasses.of(classes)) {
            return new ClassLoaderSafeProvider(factory.create(config), classes);
        }
    }
}
