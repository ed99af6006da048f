package dev.parley.domain.refusal;

import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a request was not accepted. Every edge maps each kind once, exhaustively. */
public sealed interface Refusal {

    /** One or two sentences for the caller: what is wrong, and what would be right. */
    String message();

    /** No key, an unknown key, a disabled key. */
    record Unauthenticated(String message) implements Refusal {}

    /**
     * The request breaks a rule.
     *
     * @param field path of the field in the caller's own words without the dialect's prefix, as {@code dialogue[3].text}
     * @param message what is wrong with it, written to follow the field's name: "must be ..."
     */
    record Invalid(String field, String message) implements Refusal {}

    /** There is no such public model, or it is not offered here. */
    record ModelNotFound(String message) implements Refusal {}

    /** There is no such task, or it belongs to somebody else: the two read the same on purpose. */
    record TaskNotFound(String message) implements Refusal {}

    /** The balance does not cover the quote. Nothing was held. */
    record CreditsShort(Credits needed, Credits available) implements Refusal {
        @Override
        public String message() {
            return "Your credit balance is too low: this needs " + needed + " credits and " + available
                    + " are available. Please top up.";
        }
    }

    /**
     * Too much from this caller. The same request may succeed after {@code retryAfter}.
     *
     * @param atOnce whether it is one of their own calls that must end first; else they were too fast
     */
    record TooMany(String message, Duration retryAfter, boolean atOnce) implements Refusal {

        /** Too fast. */
        public TooMany(String message, Duration retryAfter) {
            this(message, retryAfter, false);
        }
    }

    /** Nothing the caller can change: the provider, or this gateway, cannot serve it now. */
    record Unavailable(String message, Duration retryAfter) implements Refusal {}

    /** The provider read the request and will not render it, as for prohibited content. */
    record RejectedUpstream(String message) implements Refusal {}

    /** What the caller was listening to has been cancelled, by themselves or by another key of their account. */
    record TaskCancelled(String message) implements Refusal {}

    /** The key may not be used from the caller's address. */
    record AddressNotAllowed(String message) implements Refusal {}

    /**
     * The key may spend no more for now. Nothing was held.
     *
     * @param retryAfter until the span ends; null where only the operator can help
     */
    record SpendLimitReached(
            SpendSpan span, Credits limit, @Nullable Duration retryAfter) implements Refusal {

        @Override
        public String message() {
            return switch (span) {
                case HOUR -> "The key's hourly spend limit of " + limit + " credits does not cover this.";
                case DAY -> "The key's daily spend limit of " + limit + " credits does not cover this.";
                case TOTAL -> "The key's total spend limit of " + limit + " credits does not cover this.";
            };
        }
    }

    /** The idempotency key was used before, for something else. Nothing was done. */
    record KeyReused(String message) implements Refusal {}

    /** What this idempotency key stands for, or the same order of another call, has not ended yet. Nothing was done. */
    record StillRunning(String message, Duration retryAfter) implements Refusal {}

    /** There is no such account, key or task to administer, or no such voice of the caller's. */
    record NotFound(String message) implements Refusal {}

    /** What is asked for contradicts how things stand. */
    record Conflict(String message) implements Refusal {}
}
