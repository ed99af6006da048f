package dev.parley.adapters.proxies.pixazo;

import dev.parley.adapters.proxies.job.JobProvider;
import dev.parley.adapters.proxies.job.JobProvider.Offer;
import dev.parley.adapters.proxies.job.PriceList;
import dev.parley.adapters.proxies.settings.SettingsReader;
import dev.parley.adapters.proxies.settings.SettingsReader.Usual;
import dev.parley.adapters.proxies.voice.VoiceShelf;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Brings the provider {@code pixazo}. It is on once {@code api_key} is set. */
public final class PixazoFactory implements VoiceProviderFactory {

    static final Usual USUAL = new Usual("https://gateway.pixazo.ai", "5s", "0.10");
    private static final List<PixazoModel> MODELS = List.of(new ElevenV3Alpha(), new ElevenLabsMusic());

    @Override
    public String name() {
        return PixazoJobs.NAME;
    }

    @Override
    public Set<String> requiredKeys() {
        return Set.of(SettingsReader.API_KEY);
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of(SettingsReader.API_KEY);
    }

    @Override
    public VoiceProvider create(ProviderConfig config) {
        var settings = SettingsReader.read(config, USUAL);
        var api = new PixazoJobs(MODELS, new PriceList(settings.pricePer1000(), BigDecimal.ZERO));
        var capabilities =
                new Capabilities(MODELS.stream().map(PixazoModel::model).toList());
        var offer = new Offer(capabilities, VoiceShelf.byNames(settings.voices()));
        return new JobProvider(api, offer, settings, config.resampler(), InstantSource.system());
    }
}
