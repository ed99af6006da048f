package dev.parley.application.notify;

import dev.parley.application.admin.Wording;
import dev.parley.domain.event.EventType;
import dev.parley.domain.refusal.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of an endpoint. What is null stays as it is.
 *
 * @param events names; all where empty
 */
public record EndpointDraft(
        @Nullable String url,
        @Nullable String description,
        @Nullable List<String> events,
        @Nullable Boolean enabled) {

    /** Longest URL that is called. */
    public static final int URL_MAX = 2_048;

    private static final int DESCRIPTION_MAX = 200;

    @Nullable
    URI toUrl() {
        if (url == null) {
            return null;
        }
        if (url.length() > URL_MAX) {
            throw Refused.invalid("url", "must be at most " + URL_MAX + " characters.");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw Refused.invalid("url", "must be a URL.");
        }
    }

    @Nullable
    String toDescription() {
        return description == null || description.isEmpty()
                ? description
                : Wording.checked("description", description, DESCRIPTION_MAX);
    }

    @Nullable
    Set<EventType> toEvents() {
        if (events == null) {
            return null;
        }
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String name : events) {
            types.add(EventType.end(name).orElseThrow(() -> Refused.invalid("events", wanted())));
        }
        return types;
    }

    private static String wanted() {
        return "must be of: "
                + String.join(
                        ", ", EventType.ENDS.stream().map(EventType::toString).toList()) + ".";
    }
}
