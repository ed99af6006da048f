package dev.parley.rest.session;

import java.util.ArrayList;
import java.util.List;

/** The key that a client may send in the first message of a speech session. */
final class FirstKey {

    /** No provider gets to see these: they are ours. */
    static final List<String> FIELDS =
            List.of("xi_api_key", "xi-api-key", "authorization", "single_use_token", "token");

    private static final String SCHEME = "Bearer ";

    private FirstKey() {}

    /** All that the message shows. */
    static List<String> of(Message message) {
        var object = WireJson.object(message);
        List<String> keys = new ArrayList<>();
        for (String name : FIELDS.subList(0, 3)) {
            String value = WireJson.string(object, name);
            boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
            if (!value.isEmpty()) {
                keys.add(bearer ? value.substring(SCHEME.length()).strip() : value);
            }
        }
        return keys;
    }
}
