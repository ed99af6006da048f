package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.util.Set;

/** {@link ToneFactory} with one flaw. Not final: one flaw is to be a class that no service file names. */
public class FlawedFactory implements VoiceProviderFactory {

    private final ToneFactory good = new ToneFactory();
    private final Flaw flaw;

    /** For ServiceLoader. */
    public FlawedFactory() {
        this(Flaw.NONE);
    }

    FlawedFactory(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return flaw.name(good.name());
    }

    @Override
    public Set<String> requiredKeys() {
        return good.requiredKeys();
    }

    @Override
    public Set<String> secretKeys() {
        return flaw.secretKeys(good.secretKeys());
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        return flaw.create(good, config);
    }
}
