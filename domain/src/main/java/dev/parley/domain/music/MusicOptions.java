package dev.parley.domain.music;

import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of music beside its score. Null, and false, is "nothing was asked".
 *
 * @param seed 0 to 2,147,483,647: the same again makes much the same music
 * @param instrumental whether nobody may sing
 * @param sectionDurations whether a plan's parts keep their lengths to the millisecond, or the model may move their borders
 * @param kept whether the provider keeps the song, so that later plans may take parts of it
 * @param wordTimes whether somebody asked when each word is sung
 * @param finetune id of a model of the provider's customer
 * @param signed whether the audio carries a C2PA signature
 */
public record MusicOptions(
        @Nullable Long seed,
        boolean instrumental,
        @Nullable Boolean sectionDurations,
        boolean kept,
        boolean wordTimes,
        @Nullable String finetune,
        boolean signed) {

    /** Nothing was asked. */
    public static final MusicOptions NONE = new MusicOptions(null, false, null, false, false, null, false);

    /** Largest seed. */
    public static final long SEED_MAX = Integer.MAX_VALUE;

    /** Longest id of a finetune. */
    public static final int FINETUNE_LENGTH_MAX = 100;

    Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        note(asked, RenderOption.SEED, seed != null);
        note(asked, RenderOption.INSTRUMENTAL, instrumental);
        note(asked, RenderOption.SECTION_DURATIONS, sectionDurations != null);
        note(asked, RenderOption.INPAINTING, kept);
        note(asked, RenderOption.WORD_TIMES, wordTimes);
        note(asked, RenderOption.FINETUNE, finetune != null);
        note(asked, RenderOption.SIGNED, signed);
        return asked;
    }

    MusicOptions only(Set<RenderOption> taken) {
        return new MusicOptions(
                taken.contains(RenderOption.SEED) ? seed : null,
                instrumental && taken.contains(RenderOption.INSTRUMENTAL),
                taken.contains(RenderOption.SECTION_DURATIONS) ? sectionDurations : null,
                kept && taken.contains(RenderOption.INPAINTING),
                wordTimes && taken.contains(RenderOption.WORD_TIMES),
                taken.contains(RenderOption.FINETUNE) ? finetune : null,
                signed && taken.contains(RenderOption.SIGNED));
    }

    private static void note(Set<RenderOption> asked, RenderOption option, boolean isAsked) {
        if (isAsked) {
            asked.add(option);
        }
    }
}
