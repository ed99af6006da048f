package dev.parley.domain.audio;

/** When one character is heard, in milliseconds from the start of the audio. */
public record CharacterTime(long startMillis, long endMillis) {
    public CharacterTime {
        if (startMillis < 0 || endMillis < startMillis) {
            throw new IllegalArgumentException("a character is heard from " + startMillis + " to " + endMillis + " ms");
        }
    }
}
