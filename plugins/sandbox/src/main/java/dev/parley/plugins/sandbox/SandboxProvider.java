package dev.parley.plugins.sandbox;

import dev.parley.domain.audio.FileType;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.RecordingRequest;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceWorkshop;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Renders whatever is asked for by rules that a test can know. Words in it make it fail on purpose: see {@link Trigger}. */
final class SandboxProvider implements VoiceProvider {

    static final String NAME = "sandbox";

    private final BuiltInVoice voice;
    private final Workshop workshop;
    private final VoiceMaker maker;
    private final InstantSource clock;
    private final Set<SandboxSession> open = ConcurrentHashMap.newKeySet();

    SandboxProvider(BuiltInVoice voice, InstantSource clock) {
        this.voice = voice;
        this.workshop = new Workshop(voice);
        this.maker = new VoiceMaker(voice);
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return SandboxModels.ALL;
    }

    @Override
    public List<Voice> voices() throws ProviderException {
        return voice.voices();
    }

    @Override
    public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
        var made = workshop.find(name).map(VoiceMatch::exact);
        return made.isPresent() || MadeVoice.parse(name).isPresent() ? made : voice.find(name);
    }

    @Override
    public Optional<VoiceWorkshop> workshop() {
        return Optional.of(workshop);
    }

    @Override
    public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        checkModel(request);
        var time = new TimeLimit(clock, attempt.deadline());
        time.check();
        String sidecar = request instanceof RecordingRequest recording ? comment(recording, attempt) : "";
        var trigger = Trigger.in(RequestWords.of(request) + sidecar);
        trigger.pull();
        var stream = stream(request, attempt, time, sidecar);
        return trigger == Trigger.BREAK ? new BreakingStream(stream) : stream;
    }

    @Override
    public Session open(SessionRequest request, Attempt attempt) throws ProviderException {
        checkModel(request);
        var time = new TimeLimit(clock, attempt.deadline());
        time.check();
        var session = new SandboxSession(
                switch (request) {
                    case SpeechSessionRequest speech -> new SpeakingAnswers(voice, speech, attempt);
                    case TranscriptionSessionRequest transcription -> new WritingAnswers(transcription);
                    case ConversationRequest conversation -> new TalkingAnswers(voice, conversation, attempt);
                },
                time,
                open::remove);
        open.add(session);
        return session;
    }

    @Override
    public void close() {
        open.forEach(SandboxSession::close);
        voice.close();
    }

    private AudioStream stream(RenderRequest request, Attempt attempt, TimeLimit time, String sidecar)
            throws ProviderException {
        return switch (request) {
            case SpokenRequest spoken -> voice.speak(spoken, attempt);
            case MusicRequest music -> Music.of(music).stream(time);
            case PlanRequest plan -> PlanJson.stream(plan, time);
            case SoundRequest sound -> PcmStream.of(Noise.of(sound), time);
            case VoiceChangeRequest change ->
                PcmStream.of(
                        Recorded.open(
                                        attempt.uploads(),
                                        change.audio(),
                                        change.format().sampleRateHz())
                                .modulated(change.voice().voice()),
                        time);
            case StemsRequest stems -> new StemsStream(stems, attempt.uploads(), time);
            case DubbingRequest dub
            when dub.format() == FileType.MP4 -> new SameFile(Recorded.content(attempt.uploads(), dub.audio()), time);
            case DubbingRequest dub -> DubbedSpeech.of(dub, sidecar, voice, attempt);
            case TranscriptionRequest transcription ->
                new TextStream(Transcript.of(transcription, sidecar, attempt.uploads()), time, null);
            case SessionRequest session ->
                throw new IllegalArgumentException("sessions are opened, not rendered: " + session.model());
            case VoiceDesignRequest design -> maker.design(design, attempt, time);
            case VoiceCloneRequest clone -> maker.clone(clone, attempt, time);
        };
    }

    private static String comment(RecordingRequest request, Attempt attempt) throws ProviderException {
        return Sidecar.read(attempt.uploads(), request.audio());
    }

    private static void checkModel(RenderRequest request) throws ProviderException {
        if (SandboxModels.ALL.models().stream().noneMatch(model -> makes(model, request))) {
            throw new ProviderException(new Failure.Rejected("The sandbox has no model '" + request.model()
                    + "' that makes " + request.format() + " of this kind of request."));
        }
    }

    private static boolean makes(Model model, RenderRequest request) {
        var format = request instanceof StemsRequest stems ? stems.stemFormat() : request.format();
        return model.name().equals(request.model())
                && model.kinds().contains(request.kind())
                && (format instanceof FileType || model.formats().stream().anyMatch(format::equals));
    }
}
