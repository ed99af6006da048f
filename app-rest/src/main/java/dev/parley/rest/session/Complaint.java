package dev.parley.rest.session;

import dev.parley.application.session.Ending;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.session.SessionEnd;
import java.util.Optional;

/**
 * What a client is told before their connection is closed.
 *
 * @param word of ElevenLabs'
 * @param close code of the close frame
 */
record Complaint(String word, String message, int close) {

    private static final String QUOTA = "quota_exceeded";
    private static final String EXHAUSTED = "resource_exhausted";
    private static final String INPUT = "input_error";

    static Complaint of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthenticated(String message) -> policy("auth_error", message);
            case Refusal.AddressNotAllowed(String message) -> policy("auth_error", message);
            case Refusal.CreditsShort credits -> policy(QUOTA, credits.message());
            case Refusal.SpendLimitReached spent -> policy(QUOTA, spent.message());
            case Refusal.TooMany(String message, var _, var _) -> policy("rate_limited", message);
            case Refusal.Unavailable(String message, var _) -> new Complaint(EXHAUSTED, message, SessionEnd.BROKEN);
            case Refusal.Invalid(String field, String message) -> policy(INPUT, field + " " + message);
            case Refusal.ModelNotFound(String message) -> policy(INPUT, message);
            case Refusal.RejectedUpstream(String message) -> policy(INPUT, message);
            case Refusal.TaskNotFound(String message) -> policy(INPUT, message);
            case Refusal.NotFound(String message) -> policy(INPUT, message);
            case Refusal.TaskCancelled(String message) -> policy(INPUT, message);
            case Refusal.KeyReused(String message) -> policy(INPUT, message);
            case Refusal.Conflict(String message) -> policy(INPUT, message);
            case Refusal.StillRunning(String message, var _) -> policy(INPUT, message);
        };
    }

    /** Empty where the upstream has said all that there is to say, or nobody listens. */
    static Optional<Complaint> of(Ending ending) {
        var end = ending.end();
        return switch (ending.cause()) {
            case UPSTREAM_CLOSED, LEFT, CANCELLED -> Optional.empty();
            case UPSTREAM_BROKE -> Optional.of(new Complaint("transcriber_error", end.reason(), end.code()));
            case CHARACTERS -> Optional.of(new Complaint("max_character_limit_exceeded", end.reason(), end.code()));
            case SECONDS, TOO_LONG ->
                Optional.of(new Complaint("session_time_limit_exceeded", end.reason(), end.code()));
            case CREDITS -> Optional.of(new Complaint(QUOTA, end.reason(), end.code()));
            case IDLE -> Optional.of(new Complaint("input_timeout_exceeded", end.reason(), end.code()));
            case STOPPING -> Optional.of(new Complaint(EXHAUSTED, end.reason(), end.code()));
        };
    }

    private static Complaint policy(String word, String message) {
        return new Complaint(word, message, SessionEnd.POLICY);
    }
}
