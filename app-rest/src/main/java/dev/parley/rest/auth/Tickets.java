package dev.parley.rest.auth;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Single-use tokens, which stand in a query where no key can be sent: which request may carry one, and for what. */
public final class Tickets {

    public static final String REALTIME = "realtime_scribe";
    public static final String SPEECH = "tts_websocket";
    public static final String BATCH = "batch_scribe";

    /** The query field of an address that was signed for a talk with an agent. */
    public static final String TALK_FIELD = "conversation_signature";

    private static final String TALK = "/v1/convai/conversation";
    private static final String TRANSCRIPTS = "/v1/speech-to-text";
    private static final Set<String> LIVE_TRANSCRIPTS = Set.of(TRANSCRIPTS + "/realtime", TRANSCRIPTS + "/stream");
    private static final List<String> FIELDS = List.of("token", "single_use_token");

    private Tickets() {}

    /**
     * What a request shows.
     *
     * @param purpose that it must have been made for
     */
    record Ticket(String token, String purpose) {}

    /** A talk with this agent and no other. */
    public static String talk(String agent) {
        return "convai:" + agent;
    }

    /** Whether callers may still show their key in what they send first. */
    static boolean mayComeLater(HttpRequest<?> request) {
        return Upgrades.isOne(request) && isSpeech(request.getPath());
    }

    /** Empty where the request shows none, or none is good for it. */
    static Optional<Ticket> of(HttpRequest<?> request) {
        String path = request.getPath();
        if (Upgrades.isOne(request)) {
            if (path.equals(TALK)) {
                return ticket(request, List.of(TALK_FIELD), talk(String.valueOf(field(request, "agent_id"))));
            }
            if (isSpeech(path)) {
                return ticket(request, FIELDS, SPEECH);
            }
            return LIVE_TRANSCRIPTS.contains(path) ? ticket(request, FIELDS, REALTIME) : Optional.empty();
        }
        boolean batch = request.getMethod() == HttpMethod.POST && path.equals(TRANSCRIPTS);
        return batch ? ticket(request, FIELDS, BATCH) : Optional.empty();
    }

    private static boolean isSpeech(String path) {
        return path.startsWith("/v1/text-to-speech/")
                && (path.endsWith("/stream-input") || path.endsWith("/multi-stream-input"));
    }

    private static Optional<Ticket> ticket(HttpRequest<?> request, List<String> fields, String purpose) {
        return fields.stream()
                .flatMap(name -> Optional.ofNullable(field(request, name)).stream())
                .findFirst()
                .map(token -> new Ticket(token, purpose));
    }

    private static @Nullable String field(HttpRequest<?> request, String name) {
        return request.getParameters().get(name);
    }
}
