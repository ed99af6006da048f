package dev.parley.adapters.elevenlabs;

import dev.parley.domain.dialogue.Turn;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of all turns in a row, by code points, and which of these are surely heard: letters and digits that are not in
 * brackets. Tags as {@code [sighs]} and {@code <break/>} are instructions.
 */
final class SpokenText {

    /** A bracket that holds more is no tag. */
    private static final int TAG_MAX = 120;

    private final int[] characters;
    private final int[] turnStarts;
    private final int[] heardBefore;

    SpokenText(List<Turn> turns) {
        this.turnStarts = new int[turns.size() + 1];
        int[][] texts = new int[turns.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = turns.get(i).text().codePoints().toArray();
            turnStarts[i + 1] = turnStarts[i] + texts[i].length;
        }
        this.characters = Arrays.stream(texts).flatMapToInt(Arrays::stream).toArray();
        this.heardBefore = new int[characters.length + 1];
        for (int i = 0; i < texts.length; i++) {
            countHeard(turnStarts[i], turnStarts[i + 1]);
        }
    }

    int length() {
        return characters.length;
    }

    int at(int index) {
        return characters[index];
    }

    int turns() {
        return turnStarts.length - 1;
    }

    int turnStart(int turn) {
        return turnStarts[turn];
    }

    int turnEnd(int turn) {
        return turnStarts[turn + 1];
    }

    int turnOf(int index) {
        int found = Arrays.binarySearch(turnStarts, index);
        return found >= 0 ? found : -found - 2;
    }

    /** Letters and digits that are heard from here on. */
    int heardFrom(int index) {
        return heardBefore[characters.length] - heardBefore[index];
    }

    /** Whether these characters stand here. */
    boolean has(int[] piece, int from, int to, int index) {
        return index >= 0
                && index + to - from <= characters.length
                && Arrays.equals(piece, from, to, characters, index, index + to - from);
    }

    private void countHeard(int start, int end) {
        int closedAt = -1;
        for (int i = start; i < end; i++) {
            if (i > closedAt && (characters[i] == '[' || characters[i] == '<')) {
                closedAt = closing(i, end);
            }
            boolean heard = i > closedAt && Character.isLetterOrDigit(characters[i]);
            heardBefore[i + 1] = heardBefore[i] + (heard ? 1 : 0);
        }
    }

    /** Where the bracket is closed; before it, where it never is. */
    private int closing(int open, int end) {
        int wanted = characters[open] == '[' ? ']' : '>';
        for (int i = open + 1; i < Math.min(end, open + TAG_MAX); i++) {
            if (characters[i] == wanted) {
                return i;
            }
        }
        return open - 1;
    }
}
