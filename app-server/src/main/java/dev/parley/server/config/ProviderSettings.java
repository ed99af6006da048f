package dev.parley.server.config;

import dev.parley.domain.task.RetryPolicy.OnUnknown;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the gateway decides for a provider, among the provider's own settings. */
final class ProviderSettings {

    private static final String ON_UNKNOWN = "on_unknown";
    private static final String AT_ONCE = "at_once";
    private static final int AT_ONCE_MAX = 100_000;

    private ProviderSettings() {}

    static Map<String, OnUnknown> onUnknown(Map<String, Map<String, String>> providers) {
        Map<String, OnUnknown> policies = new HashMap<>();
        providers.forEach((name, values) -> {
            var policy = values.get(ON_UNKNOWN);
            if (policy != null) {
                policies.put(name, onUnknown("providers." + name + "." + ON_UNKNOWN, policy));
            }
        });
        return policies;
    }

    static OnUnknown onUnknown(String key, String value) {
        return switch (value.strip()) {
            case "redispatch" -> OnUnknown.REDISPATCH_ONCE;
            case "refund" -> OnUnknown.REFUND;
            default ->
                throw new IllegalArgumentException(
                        "'" + key + "' must be 'redispatch' or 'refund', not '" + value + "'.");
        };
    }

    static Map<String, Integer> atOnce(Map<String, Map<String, String>> providers) {
        Map<String, Integer> limits = new HashMap<>();
        providers.forEach((name, values) -> {
            var limit = values.get(AT_ONCE);
            if (limit != null) {
                limits.put(name, atOnce("providers." + name + "." + AT_ONCE, limit.strip()));
            }
        });
        return limits;
    }

    /** The rest, which is none of the gateway's business. */
    static Map<String, Map<String, String>> theirs(Map<String, Map<String, String>> providers) {
        Map<String, Map<String, String>> theirs = new HashMap<>();
        providers.forEach((name, values) -> {
            var rest = new HashMap<>(values);
            rest.keySet().removeAll(Set.of(ON_UNKNOWN, AT_ONCE));
            if (!rest.isEmpty()) {
                theirs.put(name, rest);
            }
        });
        return theirs;
    }

    private static int atOnce(String key, String value) {
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= AT_ONCE_MAX) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                "'" + key + "' must be a whole number from 1 to " + AT_ONCE_MAX + ", not '" + value + "'.");
    }
}
