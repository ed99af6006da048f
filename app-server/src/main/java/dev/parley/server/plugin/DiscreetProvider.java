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

/** Keeps the secrets of a provider that might not. */
record DiscreetProvider(VoiceProvider provider, Mask mask) implements VoiceProvider {

    @Override
    public Capabilities capabilities() {
        try {
            return provider.capabilities();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public long billableUnits(SpokenRequest request) {
        try {
            return provider.billableUnits(request);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        try {
            return provider.voices();
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        try {
            return provider.findVoice(name);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        try {
            return new DiscreetStream(provider.render(request, attempt), mask);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        try {
            return new DiscreetSession(provider.open(request, attempt), mask);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        try {
            return provider.workshop().map(workshop -> new DiscreetWorkshop(workshop, mask));
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public void close() {
        try {
            provider.close();
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }
}
