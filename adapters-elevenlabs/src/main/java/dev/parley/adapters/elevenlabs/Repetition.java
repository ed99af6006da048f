package dev.parley.adapters.elevenlabs;

/** How much of a piece of text has been told before: the upstream is known to say some of it twice. */
@SuppressWarnings("ArrayRecordComponent") // Handed from one method to the next.
record Repetition(SpokenText text, int[] piece, int reached) {

    /** So many characters in a row are no accident. */
    private static final int TELLING = 4;

    private static final int SURE = 12;

    /** A piece that is expected this soon is not taken for one that came before: something was left out between. */
    private static final int SOON = 200;

    /** Characters at the begin of the piece that add nothing. */
    int length() {
        if (fits(0, SURE)) {
            return 0;
        }
        if (piece.length >= TELLING && cameBefore() && !comesSoon()) {
            return piece.length;
        }
        for (int length = Math.min(piece.length, reached); length > 0; length--) {
            if (text.has(piece, 0, length, reached - length) && fits(length, TELLING)) {
                return length;
            }
        }
        return 0;
    }

    /** Whether what follows these characters is what is expected next. */
    private boolean fits(int skipped, int telling) {
        int compared = Math.min(telling, Math.min(piece.length - skipped, text.length() - reached));
        return piece.length == skipped || (compared > 0 && text.has(piece, skipped, skipped + compared, reached));
    }

    private boolean cameBefore() {
        for (int at = reached - piece.length; at >= 0; at--) {
            if (text.has(piece, 0, piece.length, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean comesSoon() {
        for (int at = reached; at < reached + SOON; at++) {
            if (text.has(piece, 0, piece.length, at)) {
                return true;
            }
        }
        return false;
    }
}
