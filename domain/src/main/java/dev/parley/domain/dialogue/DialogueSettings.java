package dev.parley.domain.dialogue;

/**
 * How a dialogue is spoken.
 *
 * @param stability 0 (most varied) to 1 (most even)
 * @param language of the text, or {@link LanguageCode#AUTO}
 */
public record DialogueSettings(double stability, LanguageCode language) {
    public static final DialogueSettings DEFAULT = new DialogueSettings(0.5, LanguageCode.AUTO);
}
