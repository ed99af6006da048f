package dev.parley.ports.provider;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.RenderOption;
import java.util.Set;

/**
 * A model of one provider.
 *
 * @param name the provider's own; callers may ask for it by this name
 * @param description one line
 * @param kinds what it renders; not empty
 * @param standsFor public models that it may serve besides its own name, as {@code elevenlabs-text-to-dialogue-v3}
 * @param rules limits of one request; for speech, the same number of characters
 * @param formats what it makes natively; not empty. Parley makes the rest out of these
 * @param languages what it really speaks; a request for another is rendered with a warning
 * @param timings whether its streams tell when each character is heard
 * @param options what it takes of what may be asked for beside text, voices and language; the rest never reaches it
 */
public record Model(
        String name,
        String description,
        Set<Kind> kinds,
        Set<String> standsFor,
        DialogueRules rules,
        Set<AudioFormat> formats,
        Set<LanguageCode> languages,
        boolean timings,
        Set<RenderOption> options) {

    public Model {
        kinds = Set.copyOf(kinds);
        standsFor = Set.copyOf(standsFor);
        formats = Set.copyOf(formats);
        languages = Set.copyOf(languages);
        options = Set.copyOf(options);
    }

    /** One that takes no options. */
    public Model(
            String name,
            String description,
            Set<Kind> kinds,
            Set<String> standsFor,
            DialogueRules rules,
            Set<AudioFormat> formats,
            Set<LanguageCode> languages,
            boolean timings) {
        this(name, description, kinds, standsFor, rules, formats, languages, timings, Set.of());
    }

    /** Kinds of {@link dev.parley.domain.dialogue.RenderRequest}. */
    public enum Kind {
        DIALOGUE,
        SPEECH
    }
}
