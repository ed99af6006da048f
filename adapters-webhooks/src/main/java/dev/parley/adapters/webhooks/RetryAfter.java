package dev.parley.adapters.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds or a date, and a day at most. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Null where there is none, or it says nothing. */
    static @Nullable Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var told = header.strip();
        var pause = told.matches("[0-9]{1,18}") ? Duration.ofSeconds(Long.parseLong(told)) : until(told, now);
        if (pause == null || pause.isNegative()) {
            return null;
        }
        return pause.compareTo(MOST) > 0 ? MOST : pause;
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
