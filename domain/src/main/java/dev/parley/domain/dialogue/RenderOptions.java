package dev.parley.domain.dialogue;

import static dev.parley.domain.render.RenderOption.AUDIO_EFFECTS;
import static dev.parley.domain.render.RenderOption.INSTANT_CLONE;
import static dev.parley.domain.render.RenderOption.INSTRUCTIONS;
import static dev.parley.domain.render.RenderOption.LANGUAGE_TEXT_NORMALIZATION;
import static dev.parley.domain.render.RenderOption.LATENCY;
import static dev.parley.domain.render.RenderOption.LOGGING;
import static dev.parley.domain.render.RenderOption.NEXT_REQUESTS;
import static dev.parley.domain.render.RenderOption.NEXT_TEXT;
import static dev.parley.domain.render.RenderOption.PREVIOUS_REQUESTS;
import static dev.parley.domain.render.RenderOption.PREVIOUS_TEXT;
import static dev.parley.domain.render.RenderOption.PRONUNCIATION;
import static dev.parley.domain.render.RenderOption.SEED;
import static dev.parley.domain.render.RenderOption.TEXT_NORMALIZATION;

import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a rendering beside its text. Null, and empty, is "nothing was asked": the provider does as it always does.
 *
 * @param seed 0 to 4,294,967,295: the same again makes much the same audio
 * @param languageNormalization whether text is normalized by rules of its language
 * @param dictionaries at most {@value #LIST_MAX}
 * @param instantClone whether the instant form of a cloned voice shall speak, which is faster
 * @param logged whether the provider may keep what it heard and made
 * @param latency 0 to 4: how much quality may be given for a sooner begin
 * @param instructions for the manner of speaking, in words
 */
public record RenderOptions(
        @Nullable Long seed,
        @Nullable TextNormalization normalization,
        @Nullable Boolean languageNormalization,
        Surroundings surroundings,
        List<PronunciationDictionary> dictionaries,
        @Nullable Boolean instantClone,
        @Nullable AudioEffects effects,
        @Nullable Boolean logged,
        @Nullable Integer latency,
        @Nullable String instructions) {

    /** Nothing was asked. */
    public static final RenderOptions NONE =
            new RenderOptions(null, null, null, Surroundings.NONE, List.of(), null, null, null, null, null);

    /** Longest list of request ids, and of dictionaries. */
    public static final int LIST_MAX = 3;

    /** Largest seed. */
    public static final long SEED_MAX = 0xFFFF_FFFFL;

    public RenderOptions {
        dictionaries = List.copyOf(dictionaries);
    }

    /** What was asked for. */
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        note(asked, SEED, seed != null);
        note(asked, TEXT_NORMALIZATION, normalization != null);
        note(asked, LANGUAGE_TEXT_NORMALIZATION, languageNormalization != null);
        note(asked, PREVIOUS_TEXT, surroundings.previousText() != null);
        note(asked, NEXT_TEXT, surroundings.nextText() != null);
        note(asked, PREVIOUS_REQUESTS, !surroundings.previousRequests().isEmpty());
        note(asked, NEXT_REQUESTS, !surroundings.nextRequests().isEmpty());
        note(asked, PRONUNCIATION, !dictionaries.isEmpty());
        note(asked, INSTANT_CLONE, instantClone != null);
        note(asked, AUDIO_EFFECTS, effects != null);
        note(asked, LOGGING, logged != null);
        note(asked, LATENCY, latency != null);
        note(asked, INSTRUCTIONS, instructions != null);
        return asked;
    }

    /** The same without what is not among these. */
    public RenderOptions only(Set<RenderOption> taken) {
        return new RenderOptions(
                taken.contains(SEED) ? seed : null,
                taken.contains(TEXT_NORMALIZATION) ? normalization : null,
                taken.contains(LANGUAGE_TEXT_NORMALIZATION) ? languageNormalization : null,
                new Surroundings(
                        taken.contains(PREVIOUS_TEXT) ? surroundings.previousText() : null,
                        taken.contains(NEXT_TEXT) ? surroundings.nextText() : null,
                        taken.contains(PREVIOUS_REQUESTS) ? surroundings.previousRequests() : List.of(),
                        taken.contains(NEXT_REQUESTS) ? surroundings.nextRequests() : List.of()),
                taken.contains(PRONUNCIATION) ? dictionaries : List.of(),
                taken.contains(INSTANT_CLONE) ? instantClone : null,
                taken.contains(AUDIO_EFFECTS) ? effects : null,
                taken.contains(LOGGING) ? logged : null,
                taken.contains(LATENCY) ? latency : null,
                taken.contains(INSTRUCTIONS) ? instructions : null);
    }

    /** The same between other requests. */
    public RenderOptions in(Surroundings other) {
        return new RenderOptions(
                seed,
                normalization,
                languageNormalization,
                other,
                dictionaries,
                instantClone,
                effects,
                logged,
                latency,
                instructions);
    }

    private static void note(Set<RenderOption> asked, RenderOption option, boolean isAsked) {
        if (isAsked) {
            asked.add(option);
        }
    }
}
