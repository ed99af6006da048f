package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignRequest;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes voices, with which nobody speaks. With a flaw, it breaks one clause. */
final class MakerProvider implements VoiceProvider, VoiceWorkshop {

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(
            new Model(
                    "maker-design",
                    "One preview",
                    Kind.VOICE_DESIGN,
                    Set.of(),
                    VoiceDesignRules.DEFAULT,
                    Set.of(AudioFormat.PCM_16000),
                    Set.of()),
            new Model(
                    "maker-clone",
                    "A voice",
                    Kind.VOICE_CLONE,
                    Set.of(),
                    VoiceCloneRules.DEFAULT,
                    Set.of(),
                    Set.of())));

    private static final String PREVIEW = "preview-";

    private final MakerFlaw flaw;
    private final AtomicInteger made = new AtomicInteger();
    private final ConcurrentMap<String, Voice> voices = new ConcurrentHashMap<>();

    MakerProvider(MakerFlaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<Voice> voices() {
        return List.copyOf(voices.values());
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        return flaw == MakerFlaw.HAS_NO_WORKSHOP ? Optional.empty() : Optional.of(this);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!InstantSource.system().instant().isBefore(attempt.deadline())) {
            throw new ProviderException(Failure.Unavailable.notRendered("the deadline has passed"));
        }
        return switch (request) {
            case VoiceDesignRequest _ -> previews(PREVIEW + made.incrementAndGet());
            case VoiceCloneRequest clone -> cloned(clone, attempt);
            default -> throw new IllegalArgumentException("nothing but voices is made here");
        };
    }

    @Override
    public Voice save(String generatedId, VoiceProfile profile) throws ProviderException {
        if (flaw != MakerFlaw.SAVES_WHAT_IS_NOBODYS) {
            requirePreview(generatedId);
        }
        String name = flaw == MakerFlaw.SAVES_UNDER_A_NAME_OF_ITS_OWN ? "Somebody" : profile.name();
        return keep("voice-" + generatedId, name);
    }

    @Override
    public void edit(String id, VoiceProfile profile) throws ProviderException {
        if (voices.remove(id) == null) {
            throw new ProviderException(new Failure.Rejected("there is no such voice"));
        }
        if (flaw != MakerFlaw.EDITING_LOSES_THE_VOICE) {
            keep(id, profile.name());
        }
    }

    @Override
    public void delete(String id) {
        if (flaw != MakerFlaw.KEEPS_WHAT_IS_DELETED) {
            voices.remove(id);
        }
    }

    @Override
    public AudioStream preview(String generatedId, Instant deadline) throws ProviderException {
        if (flaw != MakerFlaw.INVENTS_PREVIEWS) {
            requirePreview(generatedId);
        }
        var format = flaw == MakerFlaw.PREVIEWS_TELL_NO_FORMAT ? null : AudioFormat.PCM_16000;
        return new WholeStream(TestAudio.tone(AudioFormat.PCM_16000, Duration.ofSeconds(1)), null, format);
    }

    @Override
    public void close() {}

    private static AudioStream previews(String id) {
        String preview = "{\"audio_base_64\":\"\",\"generated_voice_id\":\"" + id
                + "\",\"media_type\":\"audio/pcm\",\"duration_secs\":1}";
        return json("{\"previews\":[" + preview + "],\"text\":\"Words\"}", new VoicePreviews(List.of(id)));
    }

    private AudioStream cloned(VoiceCloneRequest request, Attempt attempt) throws ProviderException {
        for (Upload sample : request.samples()) {
            try (var content = attempt.uploads().open(sample)) {
                content.readAllBytes();
            } catch (IOException e) {
                throw new ProviderException(Failure.Unavailable.notRendered("the recording is gone"), e);
            }
        }
        String id = "clone-" + made.incrementAndGet();
        if (flaw != MakerFlaw.FORGETS_ITS_CLONES) {
            keep(id, request.profile().name());
        }
        return json("{\"voice_id\":\"" + id + "\",\"requires_verification\":false}", new ClonedVoice(id, false));
    }

    private static AudioStream json(String text, Details details) {
        return new WholeStream(text.getBytes(StandardCharsets.UTF_8), details);
    }

    private Voice keep(String id, String name) {
        var voice = new Voice(id, name + " " + id, Set.of(), "made for a test");
        voices.put(id, voice);
        return new Voice(id, name, Set.of(), "made for a test");
    }

    private static void requirePreview(String id) throws ProviderException {
        if (!id.startsWith(PREVIEW)) {
            throw new ProviderException(new Failure.Rejected("there is no such preview"));
        }
    }
}
