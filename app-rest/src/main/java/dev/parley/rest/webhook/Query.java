package dev.parley.rest.webhook;

import dev.parley.application.notify.DeliveryQuery;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.DeliveryState.Stand;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands after the question mark where deliveries are listed, and what bodies say of them. */
public final class Query {

    /** Year 9999: later ones are no times. */
    private static final long SECOND_MAX = 253_402_300_799L;

    private final HttpRequest<?> request;

    public Query(HttpRequest<?> request) {
        this.request = request;
    }

    /** @param account whose; everybody's where null */
    public DeliveryQuery deliveries(@Nullable String account) {
        String state = text("state");
        return new DeliveryQuery(
                account,
                text("endpoint"),
                text("task"),
                state == null ? null : stand(state),
                time("after"),
                time("before"));
    }

    @Nullable
    public String text(String name) {
        var values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            throw Refused.invalid(name, "must be given once.");
        }
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            return null;
        }
        if (values.getFirst().chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(name, "must not hold control characters.");
        }
        return values.getFirst();
    }

    @Nullable
    public Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw Refused.invalid(name, "must be a whole number.");
        }
    }

    private @Nullable Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : instant(name, Long.valueOf(text));
        } catch (NumberFormatException _) {
            throw notATime(name);
        }
    }

    /** Unix seconds as a time. */
    static @Nullable Instant instant(String name, @Nullable Long second) {
        if (second == null) {
            return null;
        }
        if (second < 0 || second > SECOND_MAX) {
            throw notATime(name);
        }
        return Instant.ofEpochSecond(second);
    }

    private static Refused notATime(String name) {
        return Refused.invalid(name, "must be a time in unix seconds.");
    }

    private static Stand stand(String name) {
        return Arrays.stream(Stand.values())
                .filter(stand -> lower(stand).equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "state",
                        "must be of: "
                                + Arrays.stream(Stand.values())
                                        .map(Query::lower)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String lower(Stand stand) {
        return stand.name().toLowerCase(Locale.ROOT);
    }
}
