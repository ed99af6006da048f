package dev.parley.plugins.localvoice;

import org.jspecify.annotations.Nullable;

/**
 * Finds what can be said in a text, as it is asked for: leaves out audio tags, romanizes the rest, cuts what is too long.
 */
final class Words {

    /** Also the most that is romanized in one go, so that one word's time is never spread over too many characters. */
    private static final int LENGTH_MAX = 32;

    /** A single character can romanize to a phrase. */
    private static final int SPOKEN_MAX = 120;

    private final int[] text;
    private int position;
    private @Nullable Word ahead;

    Words(int[] text) {
        this.text = text;
    }

    /** The next word with the punctuation that follows it, or null at the end. */
    @Nullable
    Word next() {
        var word = ahead;
        ahead = null;
        while (position < text.length) {
            int first = skipSilent();
            position = first < text.length ? wordEnd(first) : first;
            String spoken = Romanization.of(new String(text, first, position - first));
            if (spoken.chars().anyMatch(Character::isLetterOrDigit)) {
                var found = word(spoken.substring(0, Math.min(spoken.length(), SPOKEN_MAX)), first, position);
                if (word != null) {
                    ahead = found;
                    return word;
                }
                word = found;
            } else if (word != null && word.spoken().length() < SPOKEN_MAX) {
                word = word.followedBy(spoken);
            }
        }
        return word;
    }

    /** The index of the next character that is neither blank nor in an audio tag. */
    private int skipSilent() {
        int i = position;
        while (i < text.length) {
            int tagEnd = tagEnd(i);
            if (tagEnd > i) {
                i = tagEnd;
            } else if (isBlank(text[i])) {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** The index after the audio tag that starts here; {@code first} where none does. */
    private int tagEnd(int first) {
        if (text[first] != '[') {
            return first;
        }
        for (int i = first + 1; i < text.length && text[i] != '['; i++) {
            if (text[i] == ']') {
                return i + 1;
            }
        }
        return first;
    }

    /** Ideographs are words of their own: they are written without spaces, and each has a sound. */
    private int wordEnd(int first) {
        if (Character.isIdeographic(text[first])) {
            return first + 1;
        }
        int end = first + 1;
        while (end < text.length
                && end - first < LENGTH_MAX
                && !isBlank(text[end])
                && !Character.isIdeographic(text[end])
                && text[end] != '[') {
            end++;
        }
        return end;
    }

    private Word word(String spoken, int first, int end) {
        int from = first;
        int to = end;
        while (from < to && !Character.isLetterOrDigit(text[from])) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text[to - 1])) {
            to--;
        }
        return from < to ? new Word(spoken, from, to) : new Word(spoken, first, end);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
