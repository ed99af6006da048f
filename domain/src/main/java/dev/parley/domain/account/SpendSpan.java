package dev.parley.domain.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Over what a key's spending is counted: hours and days of UTC, which has no summer time, and for ever. */
public enum SpendSpan {
    HOUR,
    DAY,
    TOTAL;

    /** Start of the span that holds this instant. */
    public Instant startOf(Instant at) {
        return switch (this) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> at.truncatedTo(ChronoUnit.DAYS);
            case TOTAL -> Instant.EPOCH;
        };
    }

    /** When the next span begins; null where there is none. */
    public @Nullable Instant endOf(Instant at) {
        return switch (this) {
            case HOUR -> startOf(at).plus(1, ChronoUnit.HOURS);
            case DAY -> startOf(at).plus(1, ChronoUnit.DAYS);
            case TOTAL -> null;
        };
    }
}
