package dev.parley.rest.elevenlabs;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.PlanDraft;
import dev.parley.domain.recording.RecordingDraft;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.StemsDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.RecordingDraft.VoiceChangeDraft;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Draft;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.session.SessionDraft.ConversationDraft;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
import dev.parley.domain.sound.SoundDraft;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this dialect calls the fields that walks refuse. */
final class FieldNames {

    static final String OUTPUT_FORMAT = "output_format";
    static final String VOICE_ID = "voice_id";
    static final String DIALOGUE_SETTINGS = "settings.";
    static final String VOICE_SETTINGS = "voice_settings.";

    private static final Pattern TURN = Pattern.compile("dialogue\\[(\\d+)]\\.(text|voice)");

    private FieldNames() {}

    /**
     * What a walk says about an order, with its refusals naming the fields as this dialect does.
     *
     * @param spelling of a field that has several names
     */
    static <T> T naming(Draft draft, UnaryOperator<String> spelling, Supplier<T> walk) {
        try {
            return walk.get();
        } catch (Refused e) {
            throw e.refusal() instanceof Refusal.Invalid invalid ? spelled(renamed(draft, invalid), spelling) : e;
        }
    }

    private static Refused spelled(Refused refused, UnaryOperator<String> spelling) {
        return refused.refusal() instanceof Refusal.Invalid(String field, String message)
                ? Refused.invalid(spelling.apply(field), message)
                : refused;
    }

    private static Refused renamed(Draft draft, Refusal.Invalid invalid) {
        var turn = TURN.matcher(invalid.field());
        if (turn.matches() && turn.group(2).equals("voice")) {
            int index = Integer.parseInt(turn.group(1));
            return switch (draft) {
                case DialogueDraft dialogue ->
                    voice("inputs[" + index + "].", dialogue.turns().get(index).voice(), invalid.message());
                case SpeechDraft speech -> voice("", speech.voice(), invalid.message());
                case VoiceChangeDraft change -> voice("", change.voice(), invalid.message());
                case SpeechSessionDraft session -> voice("", session.voice(), invalid.message());
                case MusicDraft _,
                        PlanDraft _,
                        SoundDraft _,
                        StemsDraft _,
                        DubbingDraft _,
                        TranscriptionDraft _,
                        TranscriptionSessionDraft _,
                        ConversationDraft _ -> new Refused(invalid);
            };
        }
        if (draft instanceof VoiceChangeDraft change && invalid.field().equals("voice")) {
            return voice("", change.voice(), invalid.message());
        }
        String name = turn.matches()
                ? "inputs[" + turn.group(1) + "].text"
                : switch (draft) {
                    case DialogueDraft _ -> ofDialogue(invalid.field());
                    case SpeechDraft _ -> ofSpeech(invalid.field());
                    case MusicDraft _, PlanDraft _, SoundDraft _, RecordingDraft _, SessionDraft _ ->
                        ofBoth(invalid.field());
                };
        return Refused.invalid(name, invalid.message());
    }

    private static Refused voice(String prefix, @Nullable String voice, String why) {
        return Refused.invalid(prefix + VOICE_ID, "A voice with the voice_id " + voice + " was not found. It " + why);
    }

    private static String ofDialogue(String field) {
        return switch (field) {
            case "dialogue" -> "inputs";
            case "stability", "similarity" -> DIALOGUE_SETTINGS + field;
            case "next_text" -> "future_text";
            default -> ofBoth(field);
        };
    }

    private static String ofSpeech(String field) {
        return switch (field) {
            case "similarity" -> VOICE_SETTINGS + "similarity_boost";
            case "stability", "style", "speed" -> VOICE_SETTINGS + field;
            default -> ofBoth(field);
        };
    }

    private static String ofBoth(String field) {
        return field.equals("model") ? "model_id" : field;
    }
}
