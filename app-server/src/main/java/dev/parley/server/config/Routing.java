package dev.parley.server.config;

import dev.parley.application.catalog.PublicModel.Choice;
import dev.parley.application.catalog.RoutingRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Who serves a public model: {@code routes.MODEL.providers} and {@code routes.MODEL.by}. */
final class Routing {

    private static final int WEIGHT_MAX = 1000;

    private Routing() {}

    /** @param routes by public model, then by {@code by} and {@code providers} */
    static Map<String, RoutingRule> rules(Map<String, Map<String, String>> routes) {
        Map<String, RoutingRule> rules = new HashMap<>();
        new TreeMap<>(routes).forEach((model, values) -> {
            String key = "routes." + model + ".";
            rules.put(
                    model,
                    new RoutingRule(
                            choice(key + "by", values.getOrDefault("by", "order")),
                            providers(key + "providers", values.getOrDefault("providers", ""))));
        });
        return rules;
    }

    private static Choice choice(String key, String value) {
        return switch (value.strip()) {
            case "order" -> Choice.ORDER;
            case "weight" -> Choice.WEIGHT;
            case "price" -> Choice.PRICE;
            default ->
                throw new IllegalArgumentException(
                        "'" + key + "' must be 'order', 'weight' or 'price', not '" + value + "'.");
        };
    }

    private static SequencedMap<String, Integer> providers(String key, String value) {
        SequencedMap<String, Integer> providers = new LinkedHashMap<>();
        for (String entry : value.split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            var parts = entry.strip().split("=", 2);
            String weight = parts.length == 1 ? "1" : parts[1].strip();
            if (!weight.matches("[0-9]{1,4}")
                    || Integer.parseInt(weight) < 1
                    || Integer.parseInt(weight) > WEIGHT_MAX
                    || providers.put(parts[0].strip(), Integer.valueOf(weight)) != null) {
                throw new IllegalArgumentException("'" + key + "' must be names of providers, each once, with a weight"
                        + " from 1 to " + WEIGHT_MAX + " where that counts, as 'elevenlabs=3, pixazo', not '" + value
                        + "'.");
            }
        }
        return providers;
    }
}
