package dev.parley.rest.nativeapi;

import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.recording.Upload;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Draft;
import dev.parley.domain.render.Kind;
import dev.parley.rest.draft.DubbingFields;
import dev.parley.rest.draft.MusicFields;
import dev.parley.rest.draft.RecordingFields;
import dev.parley.rest.draft.SoundFields;
import dev.parley.rest.draft.TranscriptionFields;
import dev.parley.rest.json.JsonFields;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for: which fields say it depends on what the model is made for. */
final class DraftJson {

    private static final String DIALOGUE = "dialogue";
    private static final String VOICE = "voice";

    private DraftJson() {}

    /** The file that has come with the order, which may be a large one where words are what matters in it. */
    @FunctionalInterface
    interface Recording {
        Upload upload(boolean large, @Nullable String stated);
    }

    static boolean isOfRecording(Kind kind) {
        return switch (kind) {
            case VOICE_CHANGE, STEMS, DUBBING, TRANSCRIPTION -> true;
            case DIALOGUE, SPEECH, MUSIC, MUSIC_PLAN, SOUND, SPEECH_SESSION, TRANSCRIPTION_SESSION, CONVERSATION ->
                false;
        };
    }

    static Draft draft(Set<Kind> kinds, JsonFields input, Recording recording) {
        return switch (kinds.iterator().next()) {
            case DIALOGUE, SPEECH, SPEECH_SESSION ->
                input.isPresent(DIALOGUE) || !input.isPresent("text") ? dialogue(input) : speech(input);
            case MUSIC, MUSIC_PLAN -> MusicFields.draft(input, EnumSet.allOf(MusicFields.Extra.class));
            case SOUND -> SoundFields.draft(input);
            case VOICE_CHANGE -> {
                String voice = voice(input);
                yield RecordingFields.voiceChange(input, recording.upload(false, RecordingFields.stated(input)), voice);
            }
            case STEMS -> RecordingFields.stems(input, recording.upload(false, null));
            case DUBBING -> {
                var settings = DubbingFields.settings(input);
                yield new DubbingDraft(recording.upload(true, null), settings);
            }
            case TRANSCRIPTION -> {
                var settings = TranscriptionFields.settings(input);
                yield new TranscriptionDraft(recording.upload(true, RecordingFields.stated(input)), settings);
            }
            case TRANSCRIPTION_SESSION, CONVERSATION ->
                throw Refused.invalid("model", "works over WebSocket connections alone, not in tasks.");
        };
    }

    private static DialogueDraft dialogue(JsonFields input) {
        var turns =
                input.requiredObjects(DIALOGUE).stream().map(DraftJson::turn).toList();
        return new DialogueDraft(turns, input.number("stability"), input.text("language_code"));
    }

    private static SpeechDraft speech(JsonFields input) {
        return new SpeechDraft(
                input.requiredText("text"),
                voice(input),
                input.number("stability"),
                input.number("similarity_boost"),
                input.number("style"),
                input.truth("use_speaker_boost"),
                input.number("speed"),
                input.text("language_code"));
    }

    private static DraftTurn turn(JsonFields turn) {
        return new DraftTurn(turn.requiredText("text"), voice(turn));
    }

    private static String voice(JsonFields fields) {
        String voice = fields.requiredText(VOICE);
        if (voice.isBlank()) {
            throw fields.refused(VOICE, "is required.");
        }
        return voice;
    }
}
