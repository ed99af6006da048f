package dev.parley.plugins.testkit;

import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.net.URI;
import java.util.Set;

/** A provider whose upstream takes jobs. Configured like {@link WireFactory}. */
public final class JobFactory implements VoiceProviderFactory {

    private final WireFactory wire = new WireFactory();
    private final JobFlaw flaw;

    /** For ServiceLoader. */
    public JobFactory() {
        this(JobFlaw.NONE);
    }

    JobFactory(JobFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Set<String> requiredKeys() {
        return wire.requiredKeys();
    }

    @Override
    public Set<String> secretKeys() {
        return wire.secretKeys();
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        wire.create(config).close();
        return new JobProvider(URI.create(config.required("base_url")), config.required("api_key"), flaw);
    }
}
