package dev.parley.plugins.sandbox;

import dev.parley.plugins.testkit.Behavior;
import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.VoiceProviderContract;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;

class SandboxContractTest extends VoiceProviderContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new SandboxFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of());
    }

    @Override
    protected boolean has(Behavior behavior) {
        return behavior == Behavior.STANDS_IN || super.has(behavior);
    }
}
