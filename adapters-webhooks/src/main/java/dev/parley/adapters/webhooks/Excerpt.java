package dev.parley.adapters.webhooks;

import java.nio.charset.StandardCharsets;

/** The beginning of an answer, for people's eyes: no control characters, and none that turn or hide text. */
final class Excerpt {

    private static final int LENGTH_MAX = 500;

    private Excerpt() {}

    static String of(byte[] body) {
        var shown = new StringBuilder();
        new String(body, StandardCharsets.UTF_8)
                .codePoints()
                .map(letter -> isPrintable(letter) ? letter : ' ')
                .limit(LENGTH_MAX)
                .forEach(shown::appendCodePoint);
        return shown.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isPrintable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
