package dev.parley.domain.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * The price list, by public model; where one of several providers of a model has a price of its own, that is named {@code
 * model@provider}. Speech that the list does not name costs the {@code fallback}; nothing else has a price without a line.
 *
 * @param fallback by characters
 */
public record Tariff(Map<String, Rate> rates, Rate fallback) {
    private static final char PROVIDER = '@';

    public Tariff {
        rates = Map.copyOf(rates);
    }

    /** The public model of a line of the price list. */
    public static String modelOf(String line) {
        int at = line.lastIndexOf(PROVIDER);
        return at < 0 ? line : line.substring(0, at);
    }

    /** What a request of so many units costs where this provider delivers all of it. */
    public Quote quote(String model, String provider, long units) {
        return new Quote(model, units, rate(model, provider).price(units));
    }

    public Rate rate(String model, String provider) {
        return listed(model, provider).orElse(fallback);
    }

    public Rate rate(String model) {
        return rates.getOrDefault(model, fallback);
    }

    /** What the list says of a model where this provider delivers; empty where it names neither. */
    public Optional<Rate> listed(String model, String provider) {
        return Optional.ofNullable(rates.get(model + PROVIDER + provider))
                .or(() -> Optional.ofNullable(rates.get(model)));
    }
}
