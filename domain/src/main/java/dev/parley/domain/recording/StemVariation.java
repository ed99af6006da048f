package dev.parley.domain.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Into what a recording is taken apart. */
public enum StemVariation {
    /** Voices, and all else. */
    TWO("two_stems_v1"),
    SIX("six_stems_v1");

    private final String text;

    StemVariation(String text) {
        this.text = text;
    }

    /** The one of this name, as {@code six_stems_v1}. */
    public static Optional<StemVariation> parse(String text) {
        return Arrays.stream(values())
                .filter(variation -> variation.text.equals(text))
                .findFirst();
    }

    /** Names of the files without their extensions. */
    public List<String> stems() {
        return switch (this) {
            case TWO -> List.of("vocals", "instrumental");
            case SIX -> List.of("vocals", "drums", "bass", "guitar", "piano", "other");
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
