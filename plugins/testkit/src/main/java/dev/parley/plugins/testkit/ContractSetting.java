package dev.parley.plugins.testkit;

import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What a plugin's test tells the contract, and what the clauses share. */
abstract class ContractSetting {

    private @Nullable VoiceProvider provider;

    /** The factory under test, made by its constructor without arguments. */
    protected abstract VoiceProviderFactory factory();

    /** A configuration with which it works: every required and every secret key is set. See {@link TestConfig}. */
    protected abstract ProviderConfig config();

    /** Whether the provider behaves so. A declared gap is tested too. */
    protected boolean has(Behavior behavior) {
        return behavior.usual();
    }

    /** What one character takes at least, on average over a request. */
    protected Duration shortestCharacter() {
        return Duration.ofMillis(30);
    }

    /** What one character takes at most, on average over a request. */
    protected Duration longestCharacter() {
        return Duration.ofMillis(400);
    }

    /** What decodes the audio. */
    protected AudioCodecs codecs() {
        return new StandardCodecs();
    }

    /** The provider under test: one for each test, made at the first call and closed after the test. */
    protected final VoiceProvider provider() {
        VoiceProvider made = provider;
        if (made == null) {
            made = factory().create(config());
            provider = made;
        }
        return made;
    }

    @AfterEach
    final void closeProvider() {
        if (provider != null) {
            provider.close();
        }
    }

    /** The requests that this contract renders, built with the provider's voices. */
    final SampleRequests samples() throws ProviderException {
        return SampleRequests.of(factory().name(), provider());
    }

    final FactoryCheck factoryCheck() {
        return new FactoryCheck(factory(), config());
    }

    final VoiceCheck voiceCheck() {
        return new VoiceCheck(provider());
    }

    final AudioCheck audioCheck() {
        return new AudioCheck(
                codecs(), shortestCharacter(), longestCharacter(), has(Behavior.KEEPS_THE_LENGTH_OF_MUSIC));
    }
}
