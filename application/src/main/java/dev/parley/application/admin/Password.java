package dev.parley.application.admin;

import dev.parley.domain.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** What an admin proves themselves by. Prints as stars, so that it cannot slip into a log. */
public record Password(String value) {

    /** What follows is not looked at by bcrypt, so that a longer password would promise more than it holds. */
    private static final int BYTES_MAX = 72;

    private static final int LENGTH_MIN = 12;

    /** Without look-alikes: no i, l, o, 0, 1. */
    private static final String DIGITS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 6;
    private static final int GROUP_LENGTH = 4;

    /**
     * As somebody typed it to sign in: it may be wrong, but it can be compared.
     *
     * @throws Refused if it is too long to be
     */
    public static Password typed(String field, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw Refused.invalid(field, "must be at most " + BYTES_MAX + " bytes in UTF-8.");
        }
        return new Password(text);
    }

    /** @throws Refused if it is too short, too long, or holds what a keyboard cannot repeat */
    public static Password chosen(String field, String text) {
        if (text.codePointCount(0, text.length()) < LENGTH_MIN) {
            throw Refused.invalid(field, "must be at least " + LENGTH_MIN + " characters.");
        }
        boolean typeable = text.codePoints()
                .noneMatch(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE);
        if (!typeable) {
            throw Refused.invalid(field, "must not hold control characters.");
        }
        return typed(field, text);
    }

    /** 118 random bits; {@code random} must be cryptographically strong. */
    public static Password random(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                text.append('-');
            }
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new Password(text.toString());
    }

    @Override
    public String toString() {
        return "***";
    }
}
