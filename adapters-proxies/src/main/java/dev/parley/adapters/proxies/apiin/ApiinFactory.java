package dev.parley.adapters.proxies.apiin;

import dev.parley.adapters.proxies.job.JobProvider;
import dev.parley.adapters.proxies.job.JobProvider.Offer;
import dev.parley.adapters.proxies.job.PriceList;
import dev.parley.adapters.proxies.settings.SettingsReader;
import dev.parley.adapters.proxies.settings.SettingsReader.Usual;
import dev.parley.adapters.proxies.voice.VoiceShelf;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderConfig;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the provider {@code apiin}. It is on once {@code api_key} is set. */
public final class ApiinFactory implements VoiceProviderFactory {

    static final Usual USUAL = new Usual("https://apiin.one", "2s", "28");

    /** Labels that its documents use. It takes any; which voice speaks them is its own choice. */
    private static final List<String> LABELS = List.of("narrator", "user");

    @Override
    public String name() {
        return ApiinJobs.NAME;
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
        var api = new ApiinJobs(new PriceList(settings.pricePer1000(), BigDecimal.ONE));
        var offer = new Offer(new Capabilities(List.of(ApiinJobs.MODEL)), voices(settings.voices()));
        return new JobProvider(api, offer, settings, config.resampler(), InstantSource.system());
    }

    private static List<Voice> voices(Map<String, String> operators) {
        List<Voice> voices = new ArrayList<>(VoiceShelf.byNames(operators));
        for (String label : LABELS) {
            if (voices.stream().noneMatch(voice -> voice.answersTo(label))) {
                voices.add(new Voice(label, label, Set.of(), "A part, spoken by whom apiin chooses"));
            }
        }
        return voices;
    }
}
