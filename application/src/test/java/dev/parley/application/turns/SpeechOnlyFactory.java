package dev.parley.application.turns;

import dev.parley.adapters.audio.Bs1770;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.InstantSource;
import java.util.Set;

/** Makes {@link SpeechOnly} as the gateway offers it. */
public final class SpeechOnlyFactory implements VoiceProviderFactory {

    @Override
    public String name() {
        return "hum";
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
        for (String key : config.values().keySet()) {
            throw new IllegalArgumentException("'" + key + "' is not known; remove it");
        }
        return new TurnByTurn(
                new SpeechOnly(SpeechOnly.TIMED, SpeechOnly.PLAIN),
                new StandardCodecs(),
                new Bs1770(),
                Joining.DEFAULT,
                InstantSource.system());
    }
}
