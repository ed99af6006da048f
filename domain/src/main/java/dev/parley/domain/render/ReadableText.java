package dev.parley.domain.render;

import org.jspecify.annotations.Nullable;

/** Which strings providers are given at all, whatever the model. */
public final class ReadableText {

    private ReadableText() {}

    /** Completes "'dialogue[0].text' ...", or null where nothing is wrong. */
    public static @Nullable String wrong(String text) {
        if (text.codePoints().allMatch(ReadableText::isSpace)) {
            return "must not be blank.";
        }
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Character.getType(character) == Character.SURROGATE) {
                return "must be well-formed Unicode: there is half a surrogate pair at index " + i + ".";
            }
            if (character < 0x20 && character != '\n' && character != '\t' && character != '\r') {
                return "must not hold control characters: there is U+%04X at index %d.".formatted(character, i);
            }
            i += Character.charCount(character);
        }
        return null;
    }

    /** All that is neither seen nor heard: a text of nothing else would be charged for and heard by nobody. */
    private static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
