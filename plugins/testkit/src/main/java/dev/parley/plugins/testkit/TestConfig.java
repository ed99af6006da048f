package dev.parley.plugins.testkit;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.ports.provider.ProviderConfig;
import java.util.HashMap;
import java.util.Map;

/** Configurations as the gateway makes them, with its real resampler. */
public final class TestConfig {

    private TestConfig() {}

    /** These values, by key. */
    public static ProviderConfig of(Map<String, String> values) {
        return new ProviderConfig(values, new StandardCodecs().resampler());
    }

    /** The same configuration without this key. */
    public static ProviderConfig without(ProviderConfig config, String key) {
        Map<String, String> values = new HashMap<>(config.values());
        values.remove(key);
        return new ProviderConfig(values, config.resampler());
    }

    /** The same configuration with this key set. */
    public static ProviderConfig with(ProviderConfig config, String key, String value) {
        Map<String, String> values = new HashMap<>(config.values());
        values.put(key, value);
        return new ProviderConfig(values, config.resampler());
    }
}
