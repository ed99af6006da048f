package dev.parley.domain.dialogue;

import dev.parley.domain.render.RenderOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a single voice speaks. Null is "as the voice always does".
 *
 * @param stability 0 (most varied) to 1 (most even)
 * @param similarity 0 to 1: how close to the voice's original
 * @param style 0 to 1: how much the original's manner is exaggerated
 * @param speakerBoost whether likeness is favoured over speed
 * @param speed factor, 1 is the voice's own pace
 * @param language of the text, or {@link LanguageCode#AUTO}
 */
public record SpeechSettings(
        @Nullable Double stability,
        @Nullable Double similarity,
        @Nullable Double style,
        @Nullable Boolean speakerBoost,
        @Nullable Double speed,
        LanguageCode language) {

    /** Nothing was asked. */
    public static final SpeechSettings DEFAULT = new SpeechSettings(null, null, null, null, null, LanguageCode.AUTO);

    /** What was asked for of what not every model takes. */
    public Set<RenderOption> asked() {
        var asked = EnumSet.noneOf(RenderOption.class);
        if (similarity != null) {
            asked.add(RenderOption.SIMILARITY);
        }
        if (style != null) {
            asked.add(RenderOption.STYLE);
        }
        if (speakerBoost != null) {
            asked.add(RenderOption.SPEAKER_BOOST);
        }
        if (speed != null) {
            asked.add(RenderOption.SPEED);
        }
        return asked;
    }

    /** The same without what is not among these. */
    public SpeechSettings only(Set<RenderOption> taken) {
        return new SpeechSettings(
                stability,
                taken.contains(RenderOption.SIMILARITY) ? similarity : null,
                taken.contains(RenderOption.STYLE) ? style : null,
                taken.contains(RenderOption.SPEAKER_BOOST) ? speakerBoost : null,
                taken.contains(RenderOption.SPEED) ? speed : null,
                language);
    }
}
