package dev.parley.domain.ledger;

import java.util.Map;

/**
 * The price list, by public model; where one of several providers of a model has a price of its own, that is named {@code
 * model@provider}. There is no model without a price: what the list does not name costs the {@code
 * fallback}.
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
        return rates.getOrDefault(model + PROVIDER + provider, rate(model));
    }

    public Rate rate(String model) {
        return rates.getOrDefault(model, fallback);
    }
}
