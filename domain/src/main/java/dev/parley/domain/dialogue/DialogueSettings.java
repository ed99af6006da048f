package dev.parley.domain.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * How a dialogue is spoken.
 *
 * @param stability 0 (most varied) to 1 (most even)
 * @param similarity 0 to 1: how close to the voices' originals; null is "as they always are"
 * @param language of the text, or {@link LanguageCode#AUTO}
 */
public record DialogueSettings(double stability, @Nullable Double similarity, LanguageCode language) {

    public static final DialogueSettings DEFAULT = new DialogueSettings(0.5, LanguageCode.AUTO);

    /** With the voices' own similarity. */
    public DialogueSettings(double stability, LanguageCode language) {
        this(stability, null, language);
    }
}
