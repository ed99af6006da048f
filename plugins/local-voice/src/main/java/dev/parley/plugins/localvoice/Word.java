package dev.parley.plugins.localvoice;

/**
 * Something the engine can say, and the characters of the turn that it stands for.
 *
 * @param spoken ASCII, with the punctuation that shapes how it is said
 * @param first index of its first letter or digit, in code points of the turn's text
 * @param end index after its last letter or digit
 */
record Word(String spoken, int first, int end) {

    /** The same word, followed by a pause if the punctuation asks for one. */
    Word followedBy(String punctuation) {
        return new Word(spoken + punctuation, first, end);
    }

    /** Only letters, and digits one by one: how to say it if FreeTTS cannot say it as it is written. */
    Word plain() {
        return new Word(spoken.replaceAll("[^A-Za-z0-9]+", " ").replaceAll("(?<=\\d)(?=\\d)", " "), first, end);
    }
}
