package dev.parley.rest.pixazo;

import dev.parley.application.submit.CallbackDraft;
import dev.parley.domain.refusal.Refused;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who shall be told, and when: in this dialect headers say it. */
record WebhookHeaders(@Nullable String url, @Nullable String mode) {

    static final String URL = "X-Webhook-URL";
    static final String MODE = "X-Webhook-Mode";

    private static final String SECURE = "https://";
    private static final String SYNC = "sync";
    private static final List<String> MODES = List.of("terminal", SYNC);

    /** @throws Refused if one is given twice, or is not what it should be */
    static WebhookHeaders of(HttpRequest<?> request) {
        var headers = new WebhookHeaders(
                only(request, URL).orElse(null), only(request, MODE).orElse(null));
        headers.check();
        return headers;
    }

    /** Nobody where there is no address. */
    @Nullable
    CallbackDraft callback() {
        return url == null ? null : new CallbackDraft(url, PixazoShape.NAME, SYNC.equals(mode));
    }

    List<String> warnings() {
        return mode != null && url == null
                ? List.of("'" + MODE + "' means nothing without '" + URL + "': it was ignored.")
                : List.of();
    }

    /** All of it, for telling repeats apart. */
    String[] said() {
        return new String[] {url == null ? "" : url, mode == null ? "" : mode};
    }

    private void check() {
        if (url != null && !url.regionMatches(true, 0, SECURE, 0, SECURE.length())) {
            throw Refused.invalid(URL, "must be an https URL.");
        }
        if (mode != null && !MODES.contains(mode)) {
            throw Refused.invalid(MODE, "must be terminal or sync.");
        }
    }

    private static Optional<String> only(HttpRequest<?> request, String name) {
        var given = request.getHeaders().getAll(name).stream().distinct().toList();
        if (given.size() > 1) {
            throw Refused.invalid(name, "must be given once.");
        }
        return given.stream().findFirst().map(String::strip);
    }
}
