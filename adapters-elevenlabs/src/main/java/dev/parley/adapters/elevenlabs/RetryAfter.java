package dev.parley.adapters.elevenlabs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds, or a date. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Null where there is none, or it says nothing. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration told = header.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : until(header, now);
        if (told == null || told.isNegative()) {
            return null;
        }
        return told.compareTo(MOST) > 0 ? MOST : told;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
