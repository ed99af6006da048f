package dev.parley.server.plugin;

import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Instant;

/** Keeps the secrets of a workshop that might not. */
record DiscreetWorkshop(VoiceWorkshop workshop, Mask mask) implements VoiceWorkshop {

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        try {
            return workshop.save(generatedId, profile);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        try {
            workshop.edit(id, profile);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public void delete(String id) throws ProviderException {
        try {
            workshop.delete(id);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        try {
            return new DiscreetStream(workshop.preview(generatedId, deadline), mask);
        } catch (ProviderException e) {
            throw mask.masked(e);
        } catch (RuntimeException e) {
            throw mask.masked(e);
        }
    }
}
