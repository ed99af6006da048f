package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Set;

/** Brings a provider that does not speak. */
public final class StudioFactory implements VoiceProviderFactory {

    private final StudioFlaw flaw;

    /** For ServiceLoader. */
    public StudioFactory() {
        this(StudioFlaw.NONE);
    }

    StudioFactory(StudioFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "studio";
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
        return new StudioProvider(flaw);
    }
}
