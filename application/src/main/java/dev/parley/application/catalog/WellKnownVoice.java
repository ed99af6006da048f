package dev.parley.application.catalog;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Names that existing clients ask for, whoever speaks here. */
final class WellKnownVoice {

    /** OpenAI's voices. Each has a place, so that two of them are two voices wherever there are enough. */
    private static final List<String> NAMES = List.of(
            "alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer", "verse", "marin",
            "cedar");

    private WellKnownVoice() {}

    /** Always the same for the same name; empty where it is none of them. */
    static OptionalInt place(String name) {
        int place = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
