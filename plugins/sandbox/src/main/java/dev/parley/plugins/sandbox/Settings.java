package dev.parley.plugins.sandbox;

import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.Setting;
import java.util.List;

/** Settings of a session by name. */
final class Settings {

    private Settings() {}

    static String of(SessionRequest request, String name, String otherwise) {
        var found = all(request, name);
        return found.isEmpty() ? otherwise : found.getLast();
    }

    static List<String> all(SessionRequest request, String name) {
        return request.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::value)
                .toList();
    }
}
