package dev.parley.server.gate.provider;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.net.URI;
import java.util.Set;

/** Makes the gate's provider. */
public final class GateFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of("url");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of();
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        return new GateProvider(new GateClient(URI.create(config.required("url"))));
    }
}
