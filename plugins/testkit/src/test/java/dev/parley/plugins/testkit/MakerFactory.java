package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Set;

/** Brings a provider that makes voices. */
public final class MakerFactory implements VoiceProviderFactory {

    private final MakerFlaw flaw;

    /** For ServiceLoader. */
    public MakerFactory() {
        this(MakerFlaw.NONE);
    }

    MakerFactory(MakerFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "maker";
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
        return new MakerProvider(flaw);
    }
}
