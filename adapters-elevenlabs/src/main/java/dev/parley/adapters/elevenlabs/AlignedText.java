package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.Piece.Alignment;

/**
 * An alignment by code points. The upstream's characters may be whole graphemes or halves of surrogate pairs: their times are
 * spread over, or gathered from, what they are made of.
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one method to the next.
record AlignedText(int[] characters, long[] starts, long[] ends) {

    private static final long DAY_MILLIS = 86_400_000;

    static AlignedText of(Alignment alignment) {
        var text = new StringBuilder();
        alignment.characters().forEach(text::append);
        long[] unitStarts = new long[text.length()];
        long[] unitEnds = new long[text.length()];
        int unit = 0;
        for (int i = 0; i < alignment.characters().size(); i++) {
            int units = alignment.characters().get(i).length();
            double start = alignment.starts()[i];
            double each = (alignment.ends()[i] - start) / Math.max(1, units);
            for (int j = 0; j < units; j++, unit++) {
                unitStarts[unit] = millis(start + each * j);
                unitEnds[unit] = millis(start + each * (j + 1));
            }
        }
        return byCodePoints(text, unitStarts, unitEnds);
    }

    int length() {
        return characters.length;
    }

    private static AlignedText byCodePoints(CharSequence text, long[] unitStarts, long[] unitEnds) {
        int[] characters = text.codePoints().toArray();
        long[] starts = new long[characters.length];
        long[] ends = new long[characters.length];
        int unit = 0;
        for (int i = 0; i < characters.length; i++) {
            starts[i] = unitStarts[unit];
            unit += Character.charCount(characters[i]);
            ends[i] = Math.max(starts[i], unitEnds[unit - 1]);
        }
        return new AlignedText(characters, starts, ends);
    }

    /** What cannot be a time becomes one that is none the less in order. */
    static long millis(double seconds) {
        return Math.clamp(Math.round(seconds * 1000), 0, DAY_MILLIS);
    }
}
