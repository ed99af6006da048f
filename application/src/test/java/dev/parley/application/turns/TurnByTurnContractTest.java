package dev.parley.application.turns;

import dev.parley.plugins.testkit.TestConfig;
import dev.parley.plugins.testkit.VoiceProviderContract;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Map;

/** Whoever speaks turn by turn keeps every clause of a provider. */
final class TurnByTurnContractTest extends VoiceProviderContract {

    @Override
    protected VoiceProviderFactory factory() {
        return new SpeechOnlyFactory();
    }

    @Override
    protected ProviderConfig config() {
        return TestConfig.of(Map.of());
    }
}
