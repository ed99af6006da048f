package dev.parley.application.admin;

import dev.parley.domain.refusal.Refused;

/** What people may call things: bounded, on one line, and showing what it holds. */
public final class Wording {

    private static final int JOINERS_FIRST = 0x200C;
    private static final int JOINERS_LAST = 0x200D;

    private Wording() {}

    /** @throws Refused naming the field, if the text is blank, too long, or holds what no line of text shows */
    public static String checked(String field, String text, int lengthMax) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > lengthMax) {
            throw Refused.invalid(field, "must be 1 to " + lengthMax + " characters.");
        }
        if (!text.codePoints().allMatch(Wording::isShown)) {
            throw Refused.invalid(field, "must not hold control characters or other invisible ones.");
        }
        return text.strip();
    }

    /** Emoji need joiners. Other formatting turns a line round, or hides a part of it. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character >= JOINERS_FIRST && character <= JOINERS_LAST;
            default -> true;
        };
    }
}
