package dev.parley.domain.account;

import dev.parley.domain.ledger.Credits;
import org.jspecify.annotations.Nullable;

/** The most that a key may spend in each span. What is null is not limited. */
public record SpendLimits(
        @Nullable Credits hour,
        @Nullable Credits day,
        @Nullable Credits total) {

    public static final SpendLimits NONE = new SpendLimits(null, null, null);

    public @Nullable Credits of(SpendSpan span) {
        return switch (span) {
            case HOUR -> hour;
            case DAY -> day;
            case TOTAL -> total;
        };
    }

    public boolean isNone() {
        return hour == null && day == null && total == null;
    }
}
