package dev.parley.rest.pixazo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The two ways in which seeds/002 writes when something happened. When it was created is always written the first way. */
enum Dates {
    /** In answers: {@code 2026-03-31T10:00:15.000Z}. */
    ANSWER("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'"),
    /** In callbacks: {@code 2026-05-22 13:19:23}. */
    CALLBACK("uuuu-MM-dd HH:mm:ss");

    private final DateTimeFormatter format;

    Dates(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    String of(Instant at) {
        return format.format(at);
    }
}
