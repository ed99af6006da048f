package dev.parley.plugins.sandbox;

import dev.parley.domain.render.Failure;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.plugins.sandbox.MadeVoice.Stage;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** Whatever has the form of an id of the sandbox's is a voice of its own, until it is deleted. */
final class Workshop implements VoiceWorkshop {

    /** A preview's id has no room for its text. */
    private static final String SPOKEN = "This is how I sound, and how I shall sound whenever you call my name.";

    private static final int DELETED_MAX = 10_000;

    private final BuiltInVoice voice;
    private final SequencedSet<String> deleted = new LinkedHashSet<>();

    Workshop(BuiltInVoice voice) {
        this.voice = voice;
    }

    Optional<Voice> find(String id) {
        return made(id).filter(made -> made.stage() != Stage.PREVIEW).map(MadeVoice::voice);
    }

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        var saved = preview(generatedId).saved();
        synchronized (deleted) {
            deleted.remove(saved.id());
        }
        return saved.voice(profile);
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        if (find(id).isEmpty()) {
            throw unknown(id);
        }
    }

    @Override
    public void delete(String id) {
        synchronized (deleted) {
            deleted.add(id);
            if (deleted.size() > DELETED_MAX) {
                deleted.removeFirst();
            }
        }
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        return voice.speak(SPOKEN, preview(generatedId), new Attempt("preview-" + generatedId, deadline));
    }

    private MadeVoice preview(String id) throws ProviderException {
        return made(id).filter(made -> made.stage() == Stage.PREVIEW).orElseThrow(() -> unknown(id));
    }

    private Optional<MadeVoice> made(String id) {
        synchronized (deleted) {
            return deleted.contains(id) ? Optional.empty() : MadeVoice.parse(id);
        }
    }

    private static ProviderException unknown(String id) {
        return new ProviderException(new Failure.Rejected("The sandbox has made no voice '" + id + "'."));
    }
}
