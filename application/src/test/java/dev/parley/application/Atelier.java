package dev.parley.application;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRules;
import dev.parley.domain.voice.VoicePreviews;
import dev.parley.domain.voice.VoiceProfile;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
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

/** Makes voices, numbered, and fails where it is told to. Whatever it has, it lists to everybody. */
final class Atelier implements VoiceProvider, VoiceWorkshop {

    final List<Voice> voices = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    /** What others do while it works. */
    volatile Runnable meanwhile = () -> {};

    private int made;

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(
                new Model(
                        "atelier-design",
                        "design",
                        Kind.VOICE_DESIGN,
                        Set.of("eleven_ttv_v3"),
                        VoiceDesignRules.DEFAULT,
                        Set.of(AudioFormat.MP3_44100_128),
                        Set.of()),
                new Model(
                        "atelier-clone",
                        "clone",
                        Kind.VOICE_CLONE,
                        Set.of("instant_voice_cloning_v1"),
                        VoiceCloneRules.DEFAULT,
                        Set.of(),
                        Set.of())));
    }

    @Override
    public List<Voice> voices() {
        return List.copyOf(voices);
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        return Optional.of(this);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        check();
        if (request instanceof VoiceCloneRequest clone) {
            return new Told(new ClonedVoice(add(clone.profile()).id(), false));
        }
        return new Told(new VoicePreviews(List.of("preview-" + ++made, "preview-" + ++made)));
    }

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        check();
        meanwhile.run();
        return add(profile);
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        check();
        meanwhile.run();
    }

    @Override
    public void delete(String id) throws ProviderException {
        check();
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        check();
        return new Told(new VoicePreviews(List.of()));
    }

    @Override
    public void close() {}

    private Voice add(VoiceProfile profile) {
        var voice = new Voice("voice-" + ++made, profile.name(), Set.of(), "made", "cloned", Map.of(), null);
        voices.add(voice);
        return voice;
    }

    private void check() throws ProviderException {
        if (failing) {
            throw new ProviderException(new Failure.Rejected("no"));
        }
    }

    private static final class Told implements AudioStream {
        private final Details details;
        private boolean read;

        Told(Details details) {
            this.details = details;
        }

        @Override
        public @Nullable AudioChunk next() {
            boolean first = !read;
            read = true;
            return first ? AudioChunk.of(new byte[] {'{', '}'}) : null;
        }

        @Override
        public Optional<AudioFormat> format() {
            return Optional.of(AudioFormat.MP3_44100_128);
        }

        @Override
        public Optional<Details> details() {
            return Optional.of(details);
        }

        @Override
        public void close() {}
    }
}
