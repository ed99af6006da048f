package dev.parley.domain.music;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.music.Score.Planned;
import dev.parley.domain.music.Score.Prompt;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.ModelRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes.
 *
 * @param charactersMax code points of a prompt
 * @param shortest music that may be asked for
 * @param longest music that may be asked for; what is held where a prompt names no length
 * @param form which plans it takes
 */
public record MusicRules(int charactersMax, Duration shortest, Duration longest, PlanForm form) implements ModelRules {

    private static final int CHARACTERS_MAX = 4100;
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The limits of seeds/004. */
    public static final MusicRules SECTIONS = new MusicRules(CHARACTERS_MAX, SHORTEST, LONGEST, PlanForm.SECTIONS);

    /** The limits of later models, which take both forms of a plan. */
    public static final MusicRules CHUNKS = new MusicRules(CHARACTERS_MAX, SHORTEST, LONGEST, PlanForm.CHUNKS);

    /** Forms of a {@link CompositionPlan}. */
    public enum PlanForm {
        /** Prompts only. */
        NONE,
        SECTIONS,
        /** Sections, too. */
        CHUNKS
    }

    /** What music comes in where nobody names a format: later models are made for a higher rate. */
    public AudioFormat usualFormat() {
        return form == PlanForm.CHUNKS ? AudioFormat.MP3_48000_192 : AudioFormat.DEFAULT;
    }

    @Override
    public MusicRules stricter(ModelRules others) {
        return others instanceof MusicRules(int characters, Duration theirShortest, Duration theirLongest, var theirs)
                ? new MusicRules(
                        Math.min(charactersMax, characters),
                        shortest.compareTo(theirShortest) > 0 ? shortest : theirShortest,
                        longest.compareTo(theirLongest) < 0 ? longest : theirLongest,
                        form.compareTo(theirs) < 0 ? form : theirs)
                : this;
    }

    /**
     * The score that the draft asks for.
     *
     * @throws Refused naming the first field that breaks a rule, as {@code composition_plan.sections[2].duration_ms}
     */
    public Score accept(MusicDraft draft) {
        checkOptions(draft);
        var plan = draft.plan();
        String prompt = draft.prompt();
        if (plan == null) {
            return prompt(prompt, draft.length());
        }
        if (prompt != null) {
            throw Refused.invalid("prompt", "must not come with a composition_plan: send one of the two.");
        }
        if (draft.length() != null) {
            throw Refused.invalid("music_length_ms", "goes with a prompt only: a plan's sections have their own.");
        }
        new PlanRules(form, "composition_plan").check(plan);
        Bounds.millis("composition_plan", plan.length(), shortest, longest);
        return new Planned(plan);
    }

    /**
     * The request for a plan that the draft asks for.
     *
     * @throws Refused naming the first field that breaks a rule
     */
    public PlanRequest accept(PlanDraft draft, String model, Delivery delivery) {
        String prompt = Bounds.text("prompt", draft.prompt(), charactersMax);
        var length = draft.length();
        if (length != null) {
            Bounds.millis("music_length_ms", length, shortest, longest);
        }
        var source = draft.source();
        if (source != null) {
            new PlanRules(form, "source_composition_plan").check(source);
            if (!source.songs().isEmpty()) {
                throw Refused.invalid(
                        "source_composition_plan", "must not take parts of songs: add those to the plan that is made.");
            }
        }
        return new PlanRequest(model, prompt, length, source, delivery);
    }

    private Prompt prompt(@Nullable String prompt, @Nullable Duration length) {
        if (prompt == null) {
            throw Refused.invalid("prompt", "is required, or a composition_plan.");
        }
        String text = Bounds.text("prompt", prompt, charactersMax);
        return length == null
                ? new Prompt(text, null, longest)
                : new Prompt(text, Bounds.millis("music_length_ms", length, shortest, longest), length);
    }

    private static void checkOptions(MusicDraft draft) {
        var options = draft.options();
        Bounds.within("seed", options.seed(), 0, MusicOptions.SEED_MAX);
        String finetune = options.finetune();
        if (finetune != null) {
            Bounds.text("finetune_id", finetune, MusicOptions.FINETUNE_LENGTH_MAX);
        }
    }
}
