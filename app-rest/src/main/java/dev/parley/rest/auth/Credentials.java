package dev.parley.rest.auth;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What a request carries to prove who asks, in any header. */
public final class Credentials {

    private static final List<String> KEY_HEADERS =
            List.of("xi-api-key", "Ocp-Apim-Subscription-Key", "x-api-key", "api-key");
    private static final String SCHEME = "Bearer ";

    private Credentials() {}

    /**
     * Each once, without its scheme.
     *
     * @throws Refused if one is none of ours
     */
    public static SequencedSet<String> of(HttpHeaders headers) {
        SequencedSet<String> found = new LinkedHashSet<>();
        headers.getAll(HttpHeaders.AUTHORIZATION).forEach(value -> found.add(bearer(value)));
        KEY_HEADERS.forEach(name -> found.addAll(headers.getAll(name)));
        return found;
    }

    /** Whether one is in a header that nothing but API keys is sent in. */
    public static boolean hasKeyHeader(HttpHeaders headers) {
        return KEY_HEADERS.stream().anyMatch(headers::contains);
    }

    private static String bearer(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Refused(new Refusal.Unauthenticated("The Authorization header must be 'Bearer sk-...'."));
        }
        return value.substring(SCHEME.length()).strip();
    }
}
