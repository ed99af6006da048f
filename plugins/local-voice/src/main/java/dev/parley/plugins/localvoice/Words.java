package dev.parley.plugins.localvoice;

import java.util.ArrayList;
import java.util.List;

/** Finds what can be said in a text: leaves out audio tags, romanizes the rest, cuts what is too long. */
final class Words {

    /** Also the most that is romanized in one go, so that one word's time is never spread over too many characters. */
    private static final int LENGTH_MAX = 32;

    /** A single character can romanize to a phrase. */
    private static final int SPOKEN_MAX = 120;

    private final int[] text;
    private final List<Word> words = new ArrayList<>();

    private Words(int[] text) {
        this.text = text;
    }

    static List<Word> of(int[] text) {
        var words = new Words(text);
        words.scan();
        return words.words;
    }

    private void scan() {
        int i = 0;
        while (i < text.length) {
            int tagEnd = tagEnd(i);
            if (tagEnd > i) {
                i = tagEnd;
            } else if (isBlank(text[i])) {
                i++;
            } else {
                int end = wordEnd(i);
                add(i, end);
                i = end;
            }
        }
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

    private void add(int first, int end) {
        String spoken = Romanization.of(new String(text, first, end - first));
        if (spoken.chars().anyMatch(Character::isLetterOrDigit)) {
            words.add(word(spoken.substring(0, Math.min(spoken.length(), SPOKEN_MAX)), first, end));
        } else if (!words.isEmpty() && words.getLast().spoken().length() < SPOKEN_MAX) {
            words.add(words.removeLast().followedBy(spoken));
        }
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
