package dev.parley.server.plugin;

import dev.parley.domain.dialogue.SpokenRequest;
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
import dev.parley.ports.provider.VoiceWorkshop;
import java.util.List;
import java.util.Optional;

/** Runs a plugin's provider with the plugin's class loader as the thread's. */
record ClassLoaderSafeProvider(VoiceProvider provider, ClassLoader classes) implements VoiceProvider {

    @Override
    public Capabilities capabilities() {
        try (var _ = ContextClasses.of(classes)) {
            return provider.capabilities();
        }
    }

    @Override
    public long billableUnits(SpokenRequest request) {
        try (var _ = ContextClasses.of(classes)) {
            return provider.billableUnits(request);
        }
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return provider.voices();
        }
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return provider.findVoice(name);
        }
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return new ClassLoaderSafeStream(provider.render(request, attempt), classes);
        }
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return new ClassLoaderSafeSession(provider.open(request, attempt), classes);
        }
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        try (var _ = ContextClasses.of(classes)) {
            return provider.workshop().map(workshop -> new ClassLoaderSafeWorkshop(workshop, classes));
        }
    }

    @Override
    public void close() {
        try (var _ = ContextClasses.of(classes)) {
            provider.close();
        }
    }
}
