package dev.parley.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What was set, by flat key: the file's values, overridden by the environment's. A key that nobody knows stops the start.
 */
final class Settings {

    static final String ENVIRONMENT_PREFIX = "PARLEY_";

    /** Of the launcher and of the commands that are clients: not settings of the gateway. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("PARLEY_CONFIG", "PARLEY_JAVA_HOME", "PARLEY_JAVA_OPTS", "PARLEY_API_KEY", "PARLEY_ADDRESS");

    private static final String PROVIDERS = "providers.";
    private static final String TARIFF = "tariff.";
    private static final String ROUTES = "routes.";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException naming the bad key or the broken line, and the remedy */
    static Settings load(Map<String, String> environment, Path workingDirectory) {
        Map<String, String> values = new TreeMap<>(fromFile(environment, workingDirectory));
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX) && !NOT_SETTINGS.contains(name)) {
                values.put(keyOf(name), value);
            }
        });
        return new Settings(values);
    }

    String value(Setting setting) {
        return values.getOrDefault(setting.key(), setting.standard()).strip();
    }

    /** By provider, then by key. */
    Map<String, Map<String, String>> providers() {
        return nested(PROVIDERS);
    }

    /** By public model, then by {@code per_1000} and {@code minimum}. */
    Map<String, Map<String, String>> tariff() {
        return nested(TARIFF);
    }

    /** By public model, then by {@code by} and {@code providers}. */
    Map<String, Map<String, String>> routes() {
        return nested(ROUTES);
    }

    private Map<String, Map<String, String>> nested(String prefix) {
        Map<String, Map<String, String>> nested = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                var path = key.substring(prefix.length());
                int last = path.lastIndexOf('.');
                nested.computeIfAbsent(path.substring(0, last), _ -> new HashMap<>())
                        .put(path.substring(last + 1), value);
            }
        });
        return nested;
    }

    private static Map<String, String> fromFile(Map<String, String> environment, Path workingDirectory) {
        String named = environment.get("PARLEY_CONFIG");
        var file = workingDirectory.resolve(named == null ? "parley.yml" : named);
        if (!Files.exists(file)) {
            if (named != null) {
                throw new IllegalArgumentException("PARLEY_CONFIG names " + file + ", which does not exist.");
            }
            return Map.of();
        }
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, String> flat = new HashMap<>();
            flatten("", new Yaml(new SafeConstructor(new LoaderOptions())).load(reader), flat);
            flat.keySet().forEach(key -> check(key, file));
            return flat;
        } catch (IOException | YAMLException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void flatten(String path, @Nullable Object node, Map<String, String> flat) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(path.isEmpty() ? String.valueOf(key) : path + "." + key, value, flat));
        } else if (node != null) {
            if (flat.put(path, String.valueOf(node)) != null) {
                throw new IllegalArgumentException("'" + path + "' is set twice in the file.");
            }
        }
    }

    private static void check(String key, Path file) {
        boolean known = Setting.ofKey(key).isPresent()
                || key.matches("providers\\.[a-z][a-z0-9-]*\\.[a-z0-9_]+")
                || key.matches("tariff\\..+\\.(unit|per_1000|minimum)")
                || key.matches("routes\\..+\\.(by|providers)");
        if (!known) {
            throw new IllegalArgumentException(
                    "'" + key + "' in " + file + " is no setting. docs/configuration.md lists them all.");
        }
    }

    private static String keyOf(String variable) {
        var setting = Setting.ofEnvironmentVariable(variable);
        if (setting.isPresent()) {
            return setting.get().key();
        }
        var parts = variable.substring(ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .split("_", 3);
        if (parts.length == 3 && parts[0].equals("providers")) {
            return PROVIDERS + parts[1] + "." + parts[2];
        }
        throw new IllegalArgumentException(
                "The environment variable " + variable + " is no setting. docs/configuration.md lists them all.");
    }
}
