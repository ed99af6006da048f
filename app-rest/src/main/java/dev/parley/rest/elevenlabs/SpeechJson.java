package dev.parley.rest.elevenlabs;

import dev.parley.domain.dialogue.SpeechDraft;
import dev.parley.rest.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** The body of speech, without its options. */
final class SpeechJson {

    private SpeechJson() {}

    static SpeechDraft draft(JsonFields body, String voice, @Nullable String language) {
        String text = body.requiredText("text");
        var settings = body.object("voice_settings");
        return settings == null
                ? new SpeechDraft(text, voice, null, null, null, null, null, language)
                : new SpeechDraft(
                        text,
                        voice,
                        settings.number("stability"),
                        settings.number("similarity_boost"),
                        settings.number("style"),
                        settings.truth("use_speaker_boost"),
                        settings.number("speed"),
                        language);
    }
}
