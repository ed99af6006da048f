package dev.parley.server.config;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Rate;
import dev.parley.domain.ledger.Tariff;
import java.util.HashMap;
import java.util.Map;

/** The price list that ships with Parley, and the operator's changes to it. One credit is meant to be one US cent. */
final class Prices {

    private static final Rate TEN = new Rate(Credits.ofWhole(10), Credits.NONE);

    private static final Map<String, Rate> SHIPPED = Map.of(
            "elevenlabs-text-to-dialogue-v3", TEN,
            "elevenlabs-v3", new Rate(Credits.ofWhole(28), Credits.ofWhole(1)),
            "local-dialogue-v1", new Rate(Credits.ofWhole(1), Credits.NONE));

    private Prices() {}

    static boolean isShipped(String model) {
        return SHIPPED.containsKey(model);
    }

    /** @param changes by public model: {@code per_1000}, {@code minimum} */
    static Tariff tariff(Map<String, Map<String, String>> changes) {
        Map<String, Rate> rates = new HashMap<>(SHIPPED);
        changes.forEach((model, change) -> {
            var shipped = rates.getOrDefault(model, TEN);
            rates.put(
                    model,
                    new Rate(
                            amount(model, "per_1000", change, shipped.perThousand()),
                            amount(model, "minimum", change, shipped.minimum())));
        });
        return new Tariff(rates, TEN);
    }

    private static Credits amount(String model, String key, Map<String, String> change, Credits otherwise) {
        var value = change.get(key);
        return value == null ? otherwise : ServerConfig.credits("tariff." + model + "." + key, value);
    }
}
