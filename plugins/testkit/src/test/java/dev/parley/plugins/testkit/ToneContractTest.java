package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;

/** A plugin's test, as its author writes it. */
final class ToneContractTest extends VoiceProviderContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new ToneFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of("api_key", "sk-tone-0123456789"));
    }
}
