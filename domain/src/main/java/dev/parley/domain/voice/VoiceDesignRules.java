package dev.parley.domain.voice;

import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Bounds;
import dev.parley.domain.render.ModelRules;

/**
 * What a model takes.
 *
 * @param charactersMax code points of the description
 * @param textMax code points of the text that the previews speak
 */
public record VoiceDesignRules(int charactersMax, int textMax) implements ModelRules {

    /** The limits of ElevenLabs' own models. */
    public static final VoiceDesignRules DEFAULT = new VoiceDesignRules(1000, 1000);

    /** Of less no voice can be made. */
    public static final int CHARACTERS_MIN = 20;

    /** Of less no voice can be judged. */
    public static final int TEXT_MIN = 100;

    private static final int GUIDANCE_MAX = 100;

    @Override
    public VoiceDesignRules stricter(ModelRules others) {
        return others instanceof VoiceDesignRules(int characters, int text)
                ? new VoiceDesignRules(Math.min(charactersMax, characters), Math.min(textMax, text))
                : this;
    }

    /** @throws Refused naming the first field that breaks a rule, as {@code voice_description} */
    public VoiceDesign accept(VoiceDesignDraft draft) {
        var design = draft.design();
        text("voice_description", design.description(), CHARACTERS_MIN, charactersMax);
        if (design.text() != null) {
            text("text", design.text(), TEXT_MIN, textMax);
        }
        Bounds.within("loudness", design.loudness(), -1, 1);
        Bounds.within("quality", design.quality(), -1, 1);
        Bounds.within("guidance_scale", design.guidance(), 0, GUIDANCE_MAX);
        Bounds.within("seed", design.seed(), 0, Integer.MAX_VALUE);
        return design;
    }

    private static void text(String field, String text, int min, int max) {
        Bounds.text(field, text, max);
        int characters = text.codePointCount(0, text.length());
        if (characters < min) {
            throw Refused.invalid(field, "has " + characters + " characters; at least " + min + " are needed.");
        }
    }
}
