package dev.parley.application.submit;

import dev.parley.application.Caller;
import dev.parley.application.catalog.Candidate;
import dev.parley.application.catalog.VoiceSearch;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.Speech;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicRequest;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.recording.DubbingRequest;
import dev.parley.domain.recording.DubbingRules;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.RecordingDraft.VoiceChangeDraft;
import dev.parley.domain.recording.RecordingRules;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.recording.VoiceChangeRequest;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.ConversationRequest;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.session.SessionDraft.ConversationDraft;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.SessionRules;
import dev.parley.domain.session.SessionSettings;
import dev.parley.domain.session.SpeechSessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.domain.sound.SoundDraft;
import dev.parley.domain.sound.SoundRequest;
import dev.parley.domain.sound.SoundRules;
import dev.parley.domain.voice.VoiceCloneDraft;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceCloneRules;
import dev.parley.domain.voice.VoiceDesignDraft;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoiceDesignRules;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an order asks of one candidate, in the candidate's own terms. */
final class Requests {

    private final Understanding understanding;

    Requests(Understanding understanding) {
        this.understanding = understanding;
    }

    /**
     * The request, once it keeps the candidate's rules.
     *
     * @param wanted format of the audio, where any is made
     * @throws Refused naming the first field that breaks a rule
     */
    RenderRequest of(
            Caller caller,
            Order order,
            Candidate model,
            VoiceSearch voices,
            AudioFormat wanted,
            List<String> warnings) {
        String name = model.serving().name();
        return switch (order.draft()) {
            case DialogueDraft draft -> {
                var rules = rules(model, DialogueRules.class, Kind.DIALOGUE);
                var dialogue = rules.accept(understanding.snapped(draft, model, warnings), voices);
                yield dialogue(caller, order, model, dialogue, wanted, warnings);
            }
            case SpeechDraft draft -> {
                var rules = rules(model, DialogueRules.class, Kind.SPEECH);
                var speech = rules.accept(understanding.snapped(draft, model, warnings), voices);
                yield spoken(caller, order, model, speech, wanted, warnings);
            }
            case MusicDraft draft -> {
                var rules = rules(model, MusicRules.class, Kind.MUSIC);
                var score = rules.accept(understanding.songs(caller, draft, model));
                yield new MusicRequest(name, score, draft.options(), order.delivery(), source(model, wanted));
            }
            case PlanDraft draft ->
                rules(model, MusicRules.class, Kind.MUSIC_PLAN).accept(draft, name, order.delivery());
            case SoundDraft draft -> {
                var sound = rules(model, SoundRules.class, Kind.SOUND).accept(draft);
                yield new SoundRequest(name, sound, order.delivery(), source(model, wanted));
            }
            case VoiceChangeDraft draft -> voiceChange(order, model, draft, voices, wanted);
            case StemsDraft draft -> {
                var audio = rules(model, RecordingRules.class, Kind.STEMS).accept("file", draft.audio());
                yield new StemsRequest(name, audio, draft.variation(), source(model, wanted), order.delivery());
            }
            case DubbingDraft draft -> dub(order, model, draft, wanted);
            case TranscriptionDraft draft -> {
                var audio =
                        rules(model, RecordingRules.class, Kind.TRANSCRIPTION).accept("file", draft.audio());
                yield new TranscriptionRequest(name, audio, RecordingRules.accept(draft.settings()), order.delivery());
            }
            case SessionDraft draft -> session(model, draft, voices);
            case VoiceDesignDraft draft -> {
                var design =
                        rules(model, VoiceDesignRules.class, Kind.VOICE_DESIGN).accept(draft);
                yield new VoiceDesignRequest(name, design, order.delivery(), source(model, wanted));
            }
            case VoiceCloneDraft draft -> {
                var clone =
                        rules(model, VoiceCloneRules.class, Kind.VOICE_CLONE).accept(draft);
                yield new VoiceCloneRequest(
                        name, clone.profile(), clone.samples(), clone.withoutNoise(), order.delivery());
            }
        };
    }

    private static SessionRequest session(Candidate model, SessionDraft draft, VoiceSearch voices) {
        String name = model.serving().name();
        var settings = SessionSettings.accept(draft);
        return switch (draft) {
            case SpeechSessionDraft speech -> {
                SessionRules.checkManner(speech);
                rules(model, DialogueRules.class, Kind.SPEECH_SESSION);
                yield new SpeechSessionRequest(
                        name, voice(voices, speech.voice()), speech.contexts(), settings, speech.most());
            }
            case TranscriptionSessionDraft(AudioFormat audio, var _, Load most) -> {
                var rules = rules(model, SessionRules.class, Kind.TRANSCRIPTION_SESSION);
                yield new TranscriptionSessionRequest(name, audio, settings, rules.within(most));
            }
            case ConversationDraft(String agent, var _, Load most) -> {
                var rules = rules(model, SessionRules.class, Kind.CONVERSATION);
                yield new ConversationRequest(name, SessionRules.agent(agent), settings, rules.within(most));
            }
        };
    }

    private static VoiceRef voice(VoiceSearch voices, String name) {
        return voices.find(0, name).orElseThrow(() -> Refused.invalid("voice", "must name a known voice."));
    }

    private VoiceChangeRequest voiceChange(
            Order order, Candidate model, VoiceChangeDraft draft, VoiceSearch voices, AudioFormat wanted) {
        var audio = rules(model, RecordingRules.class, Kind.VOICE_CHANGE).accept("audio", draft.audio());
        RecordingRules.checkSettings(draft);
        var voice = voice(voices, draft.voice());
        return new VoiceChangeRequest(
                model.serving().name(),
                audio,
                voice,
                draft.settings(),
                draft.seed(),
                draft.withoutNoise(),
                order.delivery(),
                source(model, wanted));
    }

    /** A film stays one. */
    private static DubbingRequest dub(Order order, Candidate model, DubbingDraft draft, AudioFormat wanted) {
        var audio = rules(model, RecordingRules.class, Kind.DUBBING).accept("file", draft.audio());
        return new DubbingRequest(
                model.serving().name(),
                audio,
                DubbingRules.accept(draft.settings(), audio.length()),
                order.delivery(),
                audio.isFilm() ? FileType.MP4 : source(model, wanted));
    }

    private SpokenRequest spoken(
            Caller caller, Order order, Candidate model, Speech speech, AudioFormat wanted, List<String> warnings) {
        if (!model.serving().kinds().contains(Kind.SPEECH)) {
            understanding.tellWhatDialoguesLack(speech.settings(), model, warnings);
            return dialogue(caller, order, model, alone(speech), wanted, warnings);
        }
        return new SpeechRequest(
                model.serving().name(),
                speech.turn(),
                speech.settings(),
                understanding.options(caller, order.options(), model, warnings),
                order.delivery(),
                source(model, wanted));
    }

    private DialogueRequest dialogue(
            Caller caller, Order order, Candidate model, Dialogue dialogue, AudioFormat wanted, List<String> warnings) {
        return new DialogueRequest(
                model.serving().name(),
                dialogue,
                understanding.options(caller, order.options(), model, warnings),
                order.delivery(),
                source(model, wanted));
    }

    /** For models that know dialogues only: one turn. */
    private static Dialogue alone(Speech speech) {
        var settings = speech.settings();
        double stability = Objects.requireNonNullElse(settings.stability(), DialogueSettings.DEFAULT.stability());
        return new Dialogue(
                List.of(speech.turn()), new DialogueSettings(stability, settings.similarity(), settings.language()));
    }

    private static AudioFormat source(Candidate model, AudioFormat wanted) {
        return SourceFormat.choose(model.serving().formats(), wanted);
    }

    /** @throws Refused where the model is made for something else */
    private static <R> R rules(Candidate model, Class<R> rules, Kind asked) {
        var kinds = model.serving().kinds();
        boolean spoken = asked == Kind.SPEECH || asked == Kind.DIALOGUE;
        boolean able = spoken ? kinds.stream().allMatch(Kind::isSpoken) : kinds.contains(asked);
        if (!able) {
            throw Refused.invalid(
                    "model",
                    "must be one for " + lowerCase(asked) + ": '" + model.model() + "' is for "
                            + kinds.stream().map(Requests::lowerCase).sorted().collect(Collectors.joining(" and "))
                            + ".");
        }
        return rules.cast(model.rules());
    }

    private static String lowerCase(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
