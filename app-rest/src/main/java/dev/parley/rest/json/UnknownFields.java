package dev.parley.rest.json;

import dev.parley.domain.refusal.Refused;
import dev.parley.rest.RestSettings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of fields that no dialect knows: most callers want them ignored, careful ones want to hear of a typo. */
@Singleton
public final class UnknownFields {

    private static final int NAMED_MAX = 20;

    private final boolean alwaysStrict;

    UnknownFields(RestSettings settings) {
        this.alwaysStrict = settings.strict();
    }

    /**
     * Call when everything known has been read.
     *
     * @return one warning for each field that is ignored
     * @throws Refused for the first of them, where the caller or the operator wants them refused
     */
    public List<String> check(HttpRequest<?> request, JsonFields body) {
        return check(request, body.unknown());
    }

    /** The same of fields that are known to be unknown. */
    public List<String> check(HttpRequest<?> request, Stream<String> paths) {
        var unknown = paths.limit(NAMED_MAX).toList();
        if (!unknown.isEmpty() && (alwaysStrict || asksForStrict(request))) {
            throw Refused.invalid(unknown.getFirst(), "is not a known field.");
        }
        return unknown.stream()
                .map(path -> "'" + path + "' is not a known field: it was ignored.")
                .toList();
    }

    private static boolean asksForStrict(HttpRequest<?> request) {
        return request.getHeaders().getAll("Prefer").stream()
                .flatMap(value -> Arrays.stream(value.split("[,;]")))
                .map(preference -> preference.replace("\"", "").replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch("handling=strict"::equals);
    }
}
