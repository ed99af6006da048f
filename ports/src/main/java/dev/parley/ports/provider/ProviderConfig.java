package dev.parley.ports.provider;

import java.util.Map;
import java.util.Optional;

/**
 * What the operator set for one provider, and what the gateway lends it.
 *
 * @param values by key: {@code PARLEY_PROVIDERS_ACME_API_KEY} is {@code api_key} of the provider {@code acme}
 */
public record ProviderConfig(Map<String, String> values, Resampler resampler) {
    public ProviderConfig {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @throws IllegalArgumentException naming the key, where it is not set */
    public String required(String key) {
        return value(key).orElseThrow(() -> new IllegalArgumentException("'" + key + "' is not set"));
    }

    /** Names the keys only: a value may be a secret. */
    @Override
    public String toString() {
        return "ProviderConfig" + values.keySet();
    }
}
