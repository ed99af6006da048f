package dev.parley.rest.session;

import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft;
import dev.parley.domain.session.SessionSettings;
import dev.parley.domain.session.Setting;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a client asks for in the address that they connect to. */
final class Query {

    /** The gateway cuts it to what it relays. */
    static final Load ALL = new Load(Integer.MAX_VALUE, Duration.ofDays(1));

    private static final System.Logger LOG = System.getLogger(Query.class.getName());
    private static final int NAME_MAX = 64;

    private final HttpRequest<?> request;

    Query(HttpRequest<?> request) {
        this.request = request;
    }

    String text(String name, String otherwise) {
        String value = request.getParameters().get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** Clients send fields that nobody has told us of: those are left out, and the log tells. */
    List<Setting> settings(SessionDraft draft, Set<String> taken) {
        List<Setting> settings = new ArrayList<>();
        request.getParameters().forEach((name, values) -> {
            if (SessionSettings.knows(draft, name)) {
                values.stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> settings.add(new Setting(name, value)));
            } else if (!taken.contains(name)) {
                String shown = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
                LOG.log(
                        System.Logger.Level.INFO,
                        "a session is asked for with ''{0}'', which is no setting: left out",
                        shown.replaceAll("\\p{Cntrl}", "?"));
            }
        });
        return settings;
    }
}
