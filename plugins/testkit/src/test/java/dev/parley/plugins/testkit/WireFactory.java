package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.net.URI;
import java.util.Set;

/** A small, honest provider over HTTP, unless it has a flaw. */
public final class WireFactory implements VoiceProviderFactory {

    private final WireFlaw flaw;

    /** For ServiceLoader. */
    public WireFactory() {
        this(WireFlaw.NONE);
    }

    WireFactory(WireFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "wire";
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of("api_key", "base_url");
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of("api_key");
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        for (String key : config.values().keySet()) {
            if (!requiredKeys().contains(key)) {
                throw new IllegalArgumentException("'" + key + "' is not known; remove it");
            }
        }
        return new WireProvider(URI.create(config.required("base_url")), config.required("api_key"), flaw);
    }
}
