package dev.parley.plugins.localvoice;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text where a speaker may pause, so that its first audio need not wait for its last. */
final class Sentences {

    private static final int LENGTH_MAX = 200;

    /** From this length on, a comma is reason enough for a cut. */
    private static final int LENGTH_GOOD = 120;

    private Sentences() {}

    /** At least one; together they cover every character once. */
    static List<Sentence> of(String turn) {
        int[] text = turn.codePoints().toArray();
        List<Sentence> sentences = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        int first = 0;
        for (Word word : Words.of(text)) {
            int cut =
                    words.isEmpty() ? first : afterBlanks(text, words.getLast().end());
            if (!words.isEmpty() && endsBetween(words.getLast(), word, cut - first)) {
                sentences.add(new Sentence(first, cut, words));
                words.clear();
                first = cut;
            }
            words.add(word);
        }
        sentences.add(new Sentence(first, text.length, words));
        return sentences;
    }

    private static boolean endsBetween(Word last, Word next, int length) {
        return length >= LENGTH_MAX
                || (length >= LENGTH_GOOD && last.spoken().matches(".*[,;:]"))
                || last.spoken().matches(".*[!?][)\"']*")
                || (last.spoken().matches(".*\\.[)\"']*")
                        && !Character.isLowerCase(next.spoken().charAt(0))
                        && !isAbbreviation(last.spoken()));
    }

    /** Mr., Dr., Mrs., J.: what FreeTTS itself takes for one. */
    private static boolean isAbbreviation(String spoken) {
        return spoken.matches("[(\"']*[A-Z][A-Za-z]{0,2}\\.");
    }

    /** Closing punctuation belongs to the sentence that it closes, an audio tag to what follows it. */
    private static int afterBlanks(int[] text, int from) {
        int i = from;
        while (i < text.length && !isBlank(text[i]) && !Character.isLetterOrDigit(text[i]) && text[i] != '[') {
            i++;
        }
        while (i < text.length && isBlank(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
