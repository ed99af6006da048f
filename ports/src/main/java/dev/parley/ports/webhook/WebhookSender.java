package dev.parley.ports.webhook;

import dev.parley.domain.webhook.SigningSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that strangers chose, and to none that the operator has not left open to them. One instance serves many
 * virtual threads at once.
 */
public interface WebhookSender extends AutoCloseable {

    /**
     * Why nothing may be sent there, written to follow a field's name: "must be ...". Resolves the host, briefly: a name that
     * cannot be resolved at the moment is no reason. It is asked again, for good, at each {@link #post}.
     */
    Optional<String> complaint(URI url);

    /** Signs and sends, once. Follows no redirect, keeps at most the beginning of the answer, and gives up after the time allowed. */
    Answer post(Call call);

    @Override
    void close();

    /**
     * One POST of JSON.
     *
     * @param id {@code webhook-id}: the same each time that the same thing is told to the same receiver
     * @param at {@code webhook-timestamp}: of this call
     * @param body JSON; sent in UTF-8, and signed, to the byte
     * @param secrets signed with each, so that a receiver that knows one of them can check; not empty
     */
    record Call(URI url, String id, Instant at, String body, List<SigningSecret> secrets) {
        public Call {
            secrets = List.copyOf(secrets);
        }
    }

    /** What came of a call. */
    sealed interface Answer {

        /**
         * An HTTP status: only 200 to 299 is a success.
         *
         * @param retryAfter how long the receiver asks to be left alone
         * @param excerpt beginning of the answer's text, for the receiver's owner; untrusted
         */
        record Answered(int status, @Nullable Duration retryAfter, String excerpt) implements Answer {}

        /** No answer, or none in time. */
        record Unanswered(String reason) implements Answer {}

        /** Nothing was sent: the address is not allowed. */
        record Forbidden(String reason) implements Answer {}
    }
}
