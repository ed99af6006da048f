package dev.parley.domain.voice;

import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A voice that is wanted. Null is the model's own choice.
 *
 * @param description what it is like
 * @param text that the previews speak; written by the model where null
 * @param loudness -1 to 1
 * @param quality -1 to 1: more of it is less variety
 * @param guidance 0 to 100: how closely it keeps to the description
 * @param seed 0 to 2,147,483,647: the same again makes much the same voice
 * @param enhanced whether the model may add to the description first
 * @param audible whether the previews come with the answer; else only their ids do
 */
public record VoiceDesign(
        String description,
        @Nullable String text,
        @Nullable Double loudness,
        @Nullable Double quality,
        @Nullable Double guidance,
        @Nullable Long seed,
        boolean enhanced,
        boolean audible) {

    /** One of which nothing is asked but that it is so. */
    public VoiceDesign(String description, @Nullable String text) {
        this(description, text, null, null, null, null, false, true);
    }

    Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        note(asked, RenderOption.LOUDNESS, loudness != null);
        note(asked, RenderOption.QUALITY, quality != null);
        note(asked, RenderOption.GUIDANCE, guidance != null);
        note(asked, RenderOption.SEED, seed != null);
        note(asked, RenderOption.ENHANCED, enhanced);
        return asked;
    }

    VoiceDesign only(Set<RenderOption> taken) {
        return new VoiceDesign(
                description,
                text,
                taken.contains(RenderOption.LOUDNESS) ? loudness : null,
                taken.contains(RenderOption.QUALITY) ? quality : null,
                taken.contains(RenderOption.GUIDANCE) ? guidance : null,
                taken.contains(RenderOption.SEED) ? seed : null,
                enhanced && taken.contains(RenderOption.ENHANCED),
                audible);
    }

    private static void note(Set<RenderOption> asked, RenderOption option, boolean isAsked) {
        if (isAsked) {
            asked.add(option);
        }
    }
}
