package dev.parley.domain.dialogue;

/**
 * How a single voice speaks.
 *
 * @param stability 0 (most varied) to 1 (most even)
 * @param similarity 0 to 1: how close to the voice's original
 * @param speed factor, 1 is the voice's own pace
 * @param language of the text, or {@link LanguageCode#AUTO}
 */
public record SpeechSettings(double stability, double similarity, double speed, LanguageCode language) {
    public static final SpeechSettings DEFAULT = new SpeechSettings(0.5, 0.75, 1, LanguageCode.AUTO);
}
