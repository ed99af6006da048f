package dev.parley.grpc;

import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps voices as it is told to, remembers what that was, and fails where a test wants it to. Lists none. */
final class Workshop implements VoiceProvider, VoiceWorkshop {

    /** What it was asked for, in order. */
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    volatile @Nullable Failure broken;

    /** What others do while it works. */
    volatile Runnable meanwhile = () -> {};

    /** One thing that was asked of it; without a profile where the voice is to go. */
    record Asked(String verb, String id, @Nullable VoiceProfile profile) {}

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of());
    }

    @Override
    public List<Voice> voices() {
        return List.of();
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        return Optional.of(this);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) {
        throw new IllegalArgumentException("nothing is rendered here");
    }

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        work(new Asked("save", generatedId, profile));
        return new Voice(generatedId, profile.name(), Set.of(), profile.description(), "generated", Map.of(), null);
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        work(new Asked("edit", id, profile));
    }

    @Override
    public void delete(String id) throws ProviderException {
        work(new Asked("delete", id, null));
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        throw new ProviderException(new Failure.Rejected("nothing is heard here"));
    }

    @Override
    public void close() {}

    private void work(Asked what) throws ProviderException {
        asked.add(what);
        var failure = broken;
        if (failure != null) {
            throw new ProviderException(failure);
        }
        meanwhile.run();
    }
}
