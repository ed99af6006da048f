package dev.parley.adapters.elevenlabs;

import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Renders by ElevenLabs. */
final class ElevenLabsProvider implements VoiceProvider {

    static final String NAME = "elevenlabs";

    private final Capabilities capabilities;
    private final Wire wire;
    private final Watchdog watchdog = new Watchdog();
    private final Renderer renderer;
    private final Dubbing dubbing;
    private final SessionOpener sessions;
    private final VoiceDirectory voices;
    private final AccountReport report;

    ElevenLabsProvider(Settings settings, InstantSource clock) {
        this.capabilities = new Capabilities(Models.making(settings.formats()));
        this.wire = new Wire(settings.baseUrl(), settings.timeouts().connect());
        var keys = new KeyRings(settings.keys(), clock);
        this.renderer = new Renderer(settings, wire, keys, watchdog, clock);
        var watching =
                new WatchedInput.Watching(watchdog, clock, settings.timeouts().idle());
        this.dubbing = new Dubbing(renderer, wire, keys, watching, clock);
        this.sessions = new SessionOpener(settings, wire, keys, watchdog, clock);
        var lookup = new Lookup(wire, keys.usual(), watchdog, clock);
        this.voices = new VoiceDirectory(new VoiceList(lookup, settings.aliases()), settings, clock);
        this.report = new AccountReport(lookup, settings.keys(), capabilities.models());
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        List<Voice> known = voices.voices();
        report.giveOnce();
        return known;
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        Optional<VoiceMatch> found = voices.find(name).map(VoiceMatch::exact);
        report.giveOnce();
        return found;
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        return request instanceof DubbingRequest dub ? dubbing.render(dub, attempt) : renderer.render(request, attempt);
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        return sessions.open(request, attempt);
    }

    @Override
    public void close() {
        sessions.close();
        wire.close();
        watchdog.close();
    }
}
