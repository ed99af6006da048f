package dev.parley.domain.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to tell a receiver. */
public sealed interface DeliveryOutcome {

    /**
     * The receiver answered.
     *
     * @param status only 200 to 299 means that it has taken the news; 410 that it wants none any more
     * @param retryAfter how long it asks to be left alone
     * @param excerpt beginning of what it said; untrusted
     */
    record Answered(int status, @Nullable Duration retryAfter, String excerpt) implements DeliveryOutcome {}

    /** Nothing was heard, or nothing sent. */
    record Unanswered(String reason) implements DeliveryOutcome {}

    default boolean isTaken() {
        return this instanceof Answered(int status, var _, var _) && status >= 200 && status < 300;
    }

    default boolean isGone() {
        return this instanceof Answered(int status, var _, var _) && status == 410;
    }

    /** For people. */
    default String summary() {
        return switch (this) {
            case Answered(int status, var _, var _) -> "It answered " + status + ".";
            case Unanswered(String reason) -> reason;
        };
    }
}
