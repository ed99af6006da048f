package dev.parley.adapters.proxies.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header of that name: seconds, or a date. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Null where it says nothing. */
    static @Nullable Duration of(Optional<String> header, Instant now) {
        Duration told = header.map(text -> parsed(text.strip(), now)).orElse(null);
        if (told == null || told.isNegative()) {
            return null;
        }
        return told.compareTo(MOST) > 0 ? MOST : told;
    }

    private static @Nullable Duration parsed(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, date.toInstant());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
