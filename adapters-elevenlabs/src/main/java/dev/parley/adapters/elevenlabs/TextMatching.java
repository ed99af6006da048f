package dev.parley.adapters.elevenlabs;

/**
 * Lays a piece of text along the whole text. Where they part, the nearest place where they meet again is looked for: the upstream
 * leaves out characters, adds some, and writes some in another way.
 */
final class TextMatching {

    /** One side may have this much that the other does not. */
    private static final int ONE_SIDE_MAX = 600;

    private static final int BOTH_SIDES_MAX = 40;

    /** So many equal characters are a place to meet. */
    private static final int SURE = 12;

    private static final int LIKELY = 4;

    /** A character of the piece, and which of the text it is. */
    @FunctionalInterface
    interface Match {
        void found(int inPiece, int inText);
    }

    private final SpokenText text;
    private final int[] piece;
    private int inPiece;
    private int inText;

    TextMatching(SpokenText text, int[] piece) {
        this.text = text;
        this.piece = piece;
    }

    void run(int pieceFrom, int textFrom, Match match) {
        inPiece = pieceFrom;
        inText = textFrom;
        while (inPiece < piece.length && inText < text.length()) {
            if (piece[inPiece] == text.at(inText)) {
                match.found(inPiece++, inText++);
            } else if (!meets(SURE) && !meets(LIKELY) && !meetsLater()) {
                inPiece++;
            }
        }
    }

    /** After something that only one of them has. */
    private boolean meets(int length) {
        for (int skipped = 1; skipped <= ONE_SIDE_MAX; skipped++) {
            if (equal(inPiece, inText + skipped, length)) {
                inText += skipped;
                return true;
            }
            if (equal(inPiece + skipped, inText, length)) {
                inPiece += skipped;
                return true;
            }
        }
        return false;
    }

    /** After something that each of them has in another way. */
    private boolean meetsLater() {
        for (int sum = 2; sum <= BOTH_SIDES_MAX; sum++) {
            for (int skipped = 1; skipped < sum; skipped++) {
                if (equal(inPiece + skipped, inText + sum - skipped, LIKELY)) {
                    inPiece += skipped;
                    inText += sum - skipped;
                    return true;
                }
            }
        }
        return false;
    }

    /** At the piece's end fewer characters must do. */
    private boolean equal(int pieceAt, int textAt, int length) {
        int compared = Math.min(length, piece.length - pieceAt);
        boolean enough = compared == length || (compared > 0 && pieceAt - inPiece + textAt - inText <= compared);
        return enough && text.has(piece, pieceAt, pieceAt + compared, textAt);
    }
}
