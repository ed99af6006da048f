package dev.parley.ports.provider;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.music.MusicRules;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.ModelRules;
import dev.parley.domain.render.RenderOption;
import java.util.Set;

/**
 * A model of one provider.
 *
 * @param name the provider's own; callers may ask for it by this name
 * @param description one line
 * @param kinds what it renders; not empty. Dialogue and speech go together, and plans with music; sessions of speech go with speech; all else stands alone
 * @param standsFor public models that it may serve besides its own name, as {@code elevenlabs-text-to-dialogue-v3}
 * @param rules limits of one request, of its kind; for speech, the same number of characters as for dialogue
 * @param formats what it makes natively; not empty, unless it makes no audio. Parley makes the rest out of these
 * @param languages what it really speaks; a request for another is rendered with a warning
 * @param timings whether its streams tell when each character is heard
 * @param options what it takes of what may be asked for beside the work itself; the rest never reaches it
 */
public record Model(
        String name,
        String description,
        Set<Kind> kinds,
        Set<String> standsFor,
        ModelRules rules,
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
        boolean spoken = kinds.stream().allMatch(Kind::isSpoken);
        boolean alone = kinds.stream().filter(kind -> !kind.isFree()).count() == 1;
        if (kinds.isEmpty() || (!spoken && !alone) || spoken != rules instanceof DialogueRules) {
            throw new IllegalArgumentException("the model " + name + " cannot render " + kinds + " by " + rules);
        }
    }

    /** One that speaks and takes no options. */
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

    /** One that makes music, and plans for it. */
    public Model(
            String name,
            String description,
            Set<String> standsFor,
            MusicRules rules,
            Set<AudioFormat> formats,
            Set<RenderOption> options) {
        this(
                name,
                description,
                rules.form() == MusicRules.PlanForm.NONE ? Set.of(Kind.MUSIC) : Set.of(Kind.MUSIC, Kind.MUSIC_PLAN),
                standsFor,
                rules,
                formats,
                Set.of(),
                false,
                options);
    }

    /** One that does not speak. */
    public Model(
            String name,
            String description,
            Kind kind,
            Set<String> standsFor,
            ModelRules rules,
            Set<AudioFormat> formats,
            Set<RenderOption> options) {
        this(name, description, Set.of(kind), standsFor, rules, formats, Set.of(), false, options);
    }
}
