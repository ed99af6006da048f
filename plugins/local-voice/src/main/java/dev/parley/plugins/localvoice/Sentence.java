package dev.parley.plugins.localvoice;

import java.util.List;

/**
 * A stretch of a turn that is spoken in one go.
 *
 * @param first index of its first character, in code points of the turn's text
 * @param end index after its last character
 * @param words in order, within these bounds; empty where nothing can be said
 */
record Sentence(int first, int end, List<Word> words) {
    Sentence {
        words = List.copyOf(words);
    }

    int characters() {
        return end - first;
    }
}
