package dev.parley.domain.ledger;

import java.util.Map;

/**
 * The price list, by public model. There is no model without a price: what the list does not name costs the {@code
 * fallback}.
 */
public record Tariff(Map<String, Rate> rates, Rate fallback) {
    public Tariff {
        rates = Map.copyOf(rates);
    }

    /** What a request of so many units will cost at most: the estimate, the hold and, when all goes well, the charge. */
    public Quote quote(String model, long units) {
        return new Quote(model, units, rate(model).price(units));
    }

    public Rate rate(String model) {
        return rates.getOrDefault(model, fallback);
    }
}
