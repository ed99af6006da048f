package dev.parley.adapters.elevenlabs.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a message says of our own account, by its words alone. */
@SuppressWarnings("ImmutableEnumChecker") // Holds unmodifiable sets.
public enum Trouble {
    QUOTA("quota_exceeded", "insufficient_credits", "insufficient_quota"),
    KEY("auth_error", "invalid_api_key", "needs_authorization", "invalid_authorization_header", "unaccepted_terms"),
    CROWD("concurrent_limit_exceeded", "too_many_concurrent_requests"),
    /** Nothing that concerns the account. */
    NONE;

    private final Set<String> words;

    Trouble(String... words) {
        this.words = Set.of(words);
    }

    public static Trouble in(JsonNode message) {
        if (!message.has("error")) {
            return NONE;
        }
        return Stream.of("error", "error_type", "message_type")
                .map(name -> message.path(name).asText("").toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.of(values()).filter(trouble -> trouble.words.contains(word)))
                .findFirst()
                .orElse(NONE);
    }
}
