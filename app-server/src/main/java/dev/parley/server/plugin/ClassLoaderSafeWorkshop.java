package dev.parley.server.plugin;

import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Instant;

/** Runs a plugin's workshop with the plugin's class loader as the thread's. */
record ClassLoaderSafeWorkshop(VoiceWorkshop workshop, ClassLoader classes) implements VoiceWorkshop {

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return workshop.save(generatedId, profile);
        }
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            workshop.edit(id, profile);
        }
    }

    @Override
    public void delete(String id) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            workshop.delete(id);
        }
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        try (var _ = ContextClasses.of(classes)) {
            return new ClassLoaderSafeStream(workshop.preview(generatedId, deadline), classes);
        }
    }
}
