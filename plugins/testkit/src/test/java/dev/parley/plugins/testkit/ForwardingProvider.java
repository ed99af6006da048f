package dev.parley.plugins.testkit;

import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.util.List;
import java.util.Optional;

/** A provider to be broken in one place. */
abstract class ForwardingProvider implements VoiceProvider {

    protected final VoiceProvider good;

    ForwardingProvider(VoiceProvider good) {
        this.good = good;
    }

    @Override
    public Capabilities capabilities() {
        return good.capabilities();
    }

    @Override
    public long billableUnits(SpokenRequest request) {
        return good.billableUnits(request);
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        return good.voices();
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        return good.findVoice(name);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        return good.render(request, attempt);
    }

    @Override
    public void close() {
        good.close();
    }
}
