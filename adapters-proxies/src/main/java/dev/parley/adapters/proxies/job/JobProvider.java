package dev.parley.adapters.proxies.job;

import dev.parley.adapters.proxies.file.AudioFiles;
import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Resampler;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;

/** Renders by an upstream that takes jobs. */
public final class JobProvider implements VoiceProvider {

    private final Offer offer;
    private final HttpClient client;
    private final AudioFiles files;
    private final JobRun run;

    public JobProvider(JobApi api, Offer offer, Settings settings, Resampler resampler, InstantSource clock) {
        this.offer = offer;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeouts().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.files = new AudioFiles(client, api.name(), settings, resampler, clock);
        this.run = new JobRun(new Wire(client, api, settings, clock), api, settings, files, clock);
    }

    /** What can be had, as far as is known without asking. */
    public record Offer(Capabilities capabilities, List<Voice> voices) {
        public Offer {
            voices = List.copyOf(voices);
        }
    }

    @Override
    public Capabilities capabilities() {
        return offer.capabilities();
    }

    @Override
    public List<Voice> voices() {
        return offer.voices();
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        return run.render(request, attempt);
    }

    @Override
    public void close() {
        client.shutdownNow();
        files.close();
    }
}
