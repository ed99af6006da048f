package dev.parley.plugins.localvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text where a speaker may pause, so that its first audio need not wait for its last. */
final class Sentences {

    private static final int LENGTH_MAX = 200;

    /** From this length on, a comma is reason enough for a cut. */
    private static final int LENGTH_GOOD = 120;

    private static final Pattern CLAUSE_END = Pattern.compile("[,;:]$");
    private static final Pattern EXCLAMATION = Pattern.compile("[!?][)\"'.!?]*$");
    private static final Pattern FULL_STOP = Pattern.compile("\\.[)\"']*$");

    /** Titles and initials; but who says I. has ended a sentence. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("[(\"']*(Mrs?|Ms|Dr|St|Prof|Rev|Gen|Col|Sgt|Capt|Lt|Mt|vs|[A-HJ-Z])\\.");

    private final int[] text;
    private final Words words;
    private int first;
    private @Nullable Word ahead;
    private boolean ended;

    Sentences(String turn) {
        text = turn.codePoints().toArray();
        words = new Words(text);
    }

    /** Null at the end. There is at least one; together they cover every character once. */
    @Nullable
    Sentence next() {
        if (ended) {
            return null;
        }
        List<Word> spoken = new ArrayList<>();
        for (var word = ahead == null ? words.next() : ahead; word != null; word = words.next()) {
            int cut = spoken.isEmpty()
                    ? first
                    : afterBlanks(text, spoken.getLast().end());
            if (!spoken.isEmpty() && endsBetween(spoken.getLast().spoken(), text[word.first()], cut - first)) {
                ahead = word;
                return upTo(cut, spoken);
            }
            spoken.add(word);
        }
        ended = true;
        return upTo(text.length, spoken);
    }

    private Sentence upTo(int end, List<Word> spoken) {
        var sentence = new Sentence(first, end, spoken);
        first = end;
        return sentence;
    }

    private static boolean endsBetween(String last, int next, int length) {
        return length >= LENGTH_MAX
                || (length >= LENGTH_GOOD && CLAUSE_END.matcher(last).find())
                || EXCLAMATION.matcher(last).find()
                || (FULL_STOP.matcher(last).find()
                        && !ABBREVIATION.matcher(last).matches()
                        && !Character.isLowerCase(next));
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
